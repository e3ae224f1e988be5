package org.galileok12.run;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.galileok12.roster.SqlRow;
import org.galileok12.rules.Matches;
import org.galileok12.rules.SharingRules;
import org.jspecify.annotations.Nullable;

/** Begins and ends runs as the routes call it, and knows the runs of this node. Safe to share. */
public final class Runs {

    private final Clock clock;
    private final SharingRules sharing;
    private final RunLog log;
    private final Set<Run> active = ConcurrentHashMap.newKeySet();

    Runs(Clock clock, SharingRules sharing, RunLog log) {
        this.clock = clock;
        this.sharing = sharing;
        this.log = log;
    }

    /** The runs under way on this node. */
    public List<Run> active() {
        return List.copyOf(active);
    }

    /** Out: parameters of begin-run.sql that a run of the schedule has: its moment, and how long it waited for Clever. */
    public void headersOfTheFiring(Exchange exchange) {
        var firedFor = exchange.getVariable("firedFor", Instant.class);
        var message = exchange.getMessage();
        // The driver takes no Instant.
        message.setHeader("firedFor", firedFor == null ? null : firedFor.atOffset(ZoneOffset.UTC));
        message.setHeader("waitedSeconds", exchange.getVariable("waitedSeconds"));
        message.setHeader("notFresh", exchange.getVariable("notFresh"));
    }

    /** What a person started is not begun any more; of a schedule's run another node hears by {@link #refuseStopping}. */
    public void refuseToBeginAtTheEnd(Exchange exchange) {
        if (!exchange.getContext().isStarted() && !"schedule".equals(exchange.getVariable("trigger"))) {
            throw new RunRefused("The service is stopping: nothing was begun.");
        }
    }

    /** Between the parts of a run: a stopping node begins no further one. A dry run has nobody to go on with it. */
    public void refuseStopping(Exchange exchange) {
        if (!exchange.getContext().isStarted() && !Boolean.TRUE.equals(exchange.getVariable("dryRun", Boolean.class))) {
            throw new RunFailed("The service is stopping.");
        }
    }

    /** Whether a command that joined a run goes on waiting. In: variable waiting. */
    public boolean waits(Exchange exchange) {
        return Boolean.TRUE.equals(exchange.getVariable("waiting", Boolean.class))
                && exchange.getContext().isStarted();
    }

    /**
     * In: variables district, districtId, runId, epoch, begun; progress may be set by whoever starts the run. Out: variables
     * run, traffic, matches, progress. A step of its own: an expression works on a copy of the exchange.
     */
    public void begin(Exchange exchange) {
        var district = variable(exchange, "district", String.class);
        var begun = (Map<?, ?>) variable(exchange, "begun", List.class).get(0);
        var run = begun(exchange, begun);
        var matches = sharing.forDistrict(district).newMatches();
        exchange.setVariable("matches", matches);
        if (exchange.getVariable("progress") == null) {
            exchange.setVariable("progress", Progress.NONE);
        }
        if (run.claims() > 0) {
            log.goesOn(run);
            exchange.setVariable("steady", begun.get("steady"));
        }
        if (Boolean.TRUE.equals(begun.get("published"))) {
            run.restore(StoredReport.read((String) begun.get("report")));
        }
        exchange.setVariable("run", run);
        exchange.setVariable("traffic", run.getTraffic());
        active.add(run);
    }

    private Run begun(Exchange exchange, Map<?, ?> begun) {
        var startedAt = begun.get("started_at") instanceof Timestamp time ? time.toInstant() : clock.instant();
        var run = new Run(
                variable(exchange, "district", String.class),
                variable(exchange, "districtId", Integer.class),
                variable(exchange, "runId", Long.class),
                variable(exchange, "epoch", Long.class),
                startedAt,
                (int) SqlRow.number(begun, "claims"));
        if (begun.get("waited_seconds") instanceof Number seconds) {
            run.waited(seconds.intValue(), Boolean.TRUE.equals(begun.get("not_fresh")));
        }
        if ("events".equals(exchange.getVariable("trigger"))) {
            run.followEvents();
        }
        return run;
    }

    /** Whether an earlier node has published the run, so that it needs only its end. In: variable run. */
    public boolean isPublished(Exchange exchange) {
        return variable(exchange, "run", Run.class).published();
    }

    /** In: rows of find-walk.sql. */
    public void keepPages(Exchange exchange, @Body List<Map<String, Object>> rows) {
        variable(exchange, "run", Run.class).keepPages(rows.isEmpty() ? 0 : SqlRow.number(rows.get(0), "pages"));
    }

    /** Of an interrupted walk: which sharing rules have met a record. In: rows of report-rule-matches.sql. */
    public void restoreMatches(Exchange exchange, @Body List<Map<String, Object>> rows) {
        variable(exchange, "matches", Matches.class)
                .restore(rows.stream()
                        .map(row -> String.valueOf(row.get("rule_value")))
                        .toList());
    }

    /** In: rows of check-fence.sql, take-fence.sql or finish-run.sql. */
    public void refuseLostFence(Exchange exchange, @Body List<Map<String, Object>> rows) {
        if (rows.isEmpty()) {
            throw FenceLost.of(variable(exchange, "runId", Long.class));
        }
    }

    /** Sets the parameters of finish-run.sql, and completes the report. In: variables run, skipReason, steady. */
    public void headersOfTheEnd(Exchange exchange) {
        var run = variable(exchange, "run", Run.class);
        if (run.outcome() == Outcome.DONE) {
            Judgement.of(run, exchange);
        }
        Reports.complete(run, clock.instant(), exchange);
        var message = exchange.getMessage();
        message.setHeader("state", run.outcome().name());
        message.setHeader("errorClass", run.errorClass());
        message.setHeader("reason", run.reason());
        message.setHeader("report", run.report().toString());
    }

    /** Out: the result for whoever started the run. */
    public RunResult end(Exchange exchange) {
        var run = variable(exchange, "run", Run.class);
        log.ended(run);
        return run.result();
    }

    /** From now on the run cannot fail any more: its roster is out. In: variable run. */
    public void published(Exchange exchange) {
        variable(exchange, "run", Run.class).publish();
    }

    /** Forgets the run, so that it gets no heartbeat from here. In: variable run, unless the run never began. */
    public void leave(Exchange exchange) {
        var run = exchange.getVariable("run", Run.class);
        if (run != null) {
            active.remove(run);
        }
    }

    static <T> T variable(Exchange exchange, String name, Class<T> type) {
        @Nullable T value = exchange.getVariable(name, type);
        return Objects.requireNonNull(
                value, () -> "variable " + name + " is not set: see the head of the route's file");
    }
}
