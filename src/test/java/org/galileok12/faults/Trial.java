package org.galileok12.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.galileok12.run.Progress;
import org.galileok12.run.RunRefused;
import org.galileok12.run.RunResult;
import org.galileok12.simulator.PageFault;

/** The run of one round: what its faults may do, what they did, and how the run ended. */
final class Trial {

    private final Lane lane;
    private final Model model;
    private final List<String> story;
    private final Set<FaultKind> happened = EnumSet.noneOf(FaultKind.class);
    private final List<PageFault> pageFaults = new ArrayList<>();
    private final List<Runnable> afterwards = new CopyOnWriteArrayList<>();
    private final Queue<CompletableFuture<Void>> beside = new ConcurrentLinkedQueue<>();
    private final List<Facts> versions = new CopyOnWriteArrayList<>();
    private final List<RunResult> results = new CopyOnWriteArrayList<>();
    private final List<String> tokens;
    private Runnable starter = () -> start(false);
    private volatile boolean startHasEnded;
    private volatile boolean isOver;

    Trial(Lane lane, Model model, List<String> story, List<String> tokens) {
        this.lane = lane;
        this.model = model;
        this.story = story;
        this.tokens = tokens;
    }

    Lane lane() {
        return lane;
    }

    Model model() {
        return model;
    }

    /** Runs the district with the faults that were prepared, and waits for all that runs beside it. */
    void run() {
        versions.add(model.facts());
        tokenChanged();
        lane.clever().forgetRequests();
        starter.run();
        startHasEnded = true;
        for (var each = beside.poll(); each != null; each = beside.poll()) {
            each.orTimeout(60, TimeUnit.SECONDS).join();
        }
        isOver = true;
    }

    /** Takes every fault away, and what faults have left behind. */
    void calm() {
        isOver = true;
        pageFaults.forEach(fault -> fault.times(0));
        lane.moments().reset();
        lane.clock().reset();
        afterwards.forEach(Runnable::run);
        if (happened.contains(FaultKind.BACKENDS_TERMINATED) || happened.contains(FaultKind.STAGE_LOST)) {
            lane.forgetConnections();
        }
        // A run whose end could not be written down counts as dead a minute later; nobody waits for that here.
        ageRun();
    }

    /** Starts the district; may be called from several threads at once. */
    void start(boolean dryRun) {
        try {
            var result = lane.districtSync().sync(model.district.id(), dryRun, Progress.NONE);
            results.add(result);
            story.add("  → run %d %s%s: %s"
                    .formatted(result.runId(), dryRun ? "(dry) " : "", result.outcome(), result.reason()));
        } catch (RunRefused e) {
            story.add("  → refused: " + e.getMessage());
        }
    }

    void startsWith(Runnable start) {
        starter = start;
    }

    void happened(FaultKind kind, String how) {
        synchronized (happened) {
            happened.add(kind);
        }
        story.add("  ! " + kind + " " + how);
    }

    /** A fault on one page, drawn by the number of pages of all collections. */
    PageFault onPage(FaultKind kind, Random random) {
        var collection = List.of("users", "users", "users", "sections", "courses", "terms", "schools")
                .get(random.nextInt(7));
        return onPage(kind, collection, 1 + random.nextInt(model.pages(collection, Lane.PAGE_SIZE)));
    }

    PageFault onPage(FaultKind kind, String collection, int page) {
        return beforePage(kind, collection, page, () -> {});
    }

    PageFault beforePage(FaultKind kind, Random random, Runnable change) {
        var collection =
                List.of("users", "users", "users", "sections", "schools").get(random.nextInt(5));
        return beforePage(kind, collection, 1 + random.nextInt(model.pages(collection, Lane.PAGE_SIZE)), change);
    }

    PageFault beforePage(FaultKind kind, String collection, int page, Runnable change) {
        story.add("  fault %s at page %d of %s".formatted(kind, page, collection));
        var fault = lane.clever().onPage(collection, page).in(model.district).before(() -> {
            happened(kind, "at page %d of %s".formatted(page, collection));
            change.run();
        });
        pageFaults.add(fault);
        return fault;
    }

    void beforeStatement(FaultKind kind, Random random, StatementMoments.Moment moment) {
        var number = 1 + random.nextInt(DatabaseFaults.STATEMENTS);
        story.add("  fault %s at statement %d".formatted(kind, number));
        lane.moments().before(number, statement -> {
            happened(kind, "before statement %d, %s".formatted(number, statement));
            moment.comes(statement);
        });
    }

    void afterwards(Runnable undo) {
        afterwards.add(undo);
    }

    void beside(CompletableFuture<Void> other) {
        beside.add(other);
    }

    /** Out: whether there was a row to edit. */
    boolean edit(HandEdit edit, long salt) {
        var line = edit.apply(lane.db(), model.district.id(), salt);
        story.add("  " + line);
        return !line.endsWith(" 0");
    }

    /** The model is another one now, in mid-run. */
    void moved(String how) {
        story.add("    " + how);
        versions.add(model.facts());
    }

    void tokenChanged() {
        tokens.add(model.district.token());
    }

    /** As if nobody had heard of its node for minutes. */
    void ageRun() {
        lane.db().update("""
                        update sync.run set heartbeat_at = now() - interval '10 minutes'
                        where state = 'RUNNING' and district_id in (select district_id from sync.connection where clever_id = ?)""", model.district.id());
    }

    void emptyStage() {
        try {
            var statement = Files.readString(Path.of("routes", "sql", "clear-stage.sql"))
                    .replaceAll("(?m)^--.*\n", "");
            var mine = "(select district_id from sync.connection where clever_id = '" + model.district.id() + "')";
            lane.db().queryForList(statement.replace(":?districtId", mine));
        } catch (IOException e) {
            throw new UncheckedIOException("The statement that empties the stage cannot be read.", e);
        }
    }

    void takeFence(boolean abandons) {
        ageRun();
        lane.db().update("""
                with fence as (
                  update sync.connection set epoch = case when ? then 0 else nextval('sync.epoch_seq') end
                  where clever_id = ? and epoch <> 0
                  returning district_id, epoch)
                update sync.run set
                  state = case when fence.epoch = 0 then 'ABANDONED' else 'RUNNING' end,
                  reason = case when fence.epoch = 0 then 'taken by the test' end,
                  finished_at = case when fence.epoch = 0 then now() end,
                  epoch = case when fence.epoch = 0 then run.epoch else fence.epoch end,
                  claims = claims + 1
                from fence where run.district_id = fence.district_id and run.state = 'RUNNING'""", abandons, model.district.id());
    }

    /** Until the fence is in other hands, for less than a page may take. */
    void awaitClaim() {
        var until = System.nanoTime() + Lane.READ_TIMEOUT.toNanos() / 2;
        var epoch = epoch();
        while (epoch().equals(epoch) && System.nanoTime() < until) {
            LockSupport.parkNanos(10_000_000);
        }
    }

    private List<Long> epoch() {
        return lane.db()
                .queryForList("select epoch from sync.connection where clever_id = ?", Long.class, model.district.id());
    }

    boolean leaveDeadRun(String age) {
        return lane.db().update("""
                with dead as (
                  insert into sync.run (district_id, epoch, trigger, api_version, started_at, heartbeat_at)
                  select district_id, nextval('sync.epoch_seq'), 'command', 'v3.1', now() - ?::interval, now() - ?::interval
                  from sync.connection where clever_id = ? and epoch = 0
                  on conflict do nothing returning district_id, epoch)
                update sync.connection set epoch = dead.epoch from dead
                where connection.district_id = dead.district_id""", age, age, model.district.id()) > 0;
    }

    boolean isOver() {
        return isOver;
    }

    boolean startHasEnded() {
        return startHasEnded;
    }

    Set<FaultKind> happened() {
        synchronized (happened) {
            return Set.copyOf(happened);
        }
    }

    /** What Clever listed in the course of the run: first as it was at its start. */
    List<Facts> versions() {
        return List.copyOf(versions);
    }

    List<RunResult> results() {
        return List.copyOf(results);
    }
}
