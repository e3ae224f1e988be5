package org.galileok12.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Plays many schedules on three lanes side by side: the first lane those with a second JVM, whenever one is ready. */
final class Campaign implements AutoCloseable {

    private static final int LANES = 3;

    private final EmbeddedPostgres postgres;
    private final List<Lane> lanes = new ArrayList<>();
    private final Witness witness;
    private final Map<Long, CompletableFuture<Set<FaultKind>>> plays = new ConcurrentHashMap<>();
    private final Deque<Long> ordinary = new ConcurrentLinkedDeque<>();
    private final Deque<Long> killing = new ConcurrentLinkedDeque<>();
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newFixedThreadPool(LANES);

    Campaign(List<Long> seeds) throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("deadlock_timeout", "100ms")
                // A district is small; compiling a statement costs more than it.
                .setServerConfig("jit", "off")
                // The server's own log is part of the tests' log: without the rows that a refused statement held.
                .setServerConfig("log_error_verbosity", "terse")
                .start();
        seeds.forEach(seed -> {
            plays.put(seed, new CompletableFuture<>());
            (Schedule.kills(seed) ? killing : ordinary).add(seed);
        });
        for (int i = 0; i < Math.min(LANES, seeds.size()); i++) {
            lanes.add(new Lane(postgres, i));
        }
        witness = Witness.install(new JdbcTemplate(postgres.getPostgresDatabase()));
        for (var lane : lanes) {
            threads.execute(() -> playAll(lane, lane == lanes.get(0)));
        }
    }

    /** Waits for one schedule; throws what it violated. Out: the kinds of faults that happened in it. */
    Set<FaultKind> result(long seed) {
        return play(seed).join();
    }

    /** In how many of these schedules each kind of fault has happened. */
    Map<FaultKind, Long> counts(List<Long> seeds) {
        var counts = new EnumMap<FaultKind, Long>(FaultKind.class);
        for (var kind : FaultKind.values()) {
            counts.put(
                    kind,
                    seeds.stream()
                            .filter(seed -> !play(seed).isCompletedExceptionally()
                                    && result(seed).contains(kind))
                            .count());
        }
        return counts;
    }

    /** The counts as a table. */
    static String table(Map<FaultKind, Long> counts) {
        return counts.entrySet().stream()
                .map(each -> "%5d  %s".formatted(each.getValue(), each.getKey()))
                .collect(Collectors.joining("\n", "schedules in which a fault happened\n", ""));
    }

    /** Every token of every district so far. */
    Set<String> tokens() {
        return Set.copyOf(tokens);
    }

    private void playAll(Lane lane, boolean kills) {
        if (kills && !killing.isEmpty()) {
            lane.prepareSecondNode();
        }
        for (var seed = next(lane, kills); seed != null; seed = next(lane, kills)) {
            playOn(lane, seed);
            if (Schedule.kills(seed) && !killing.isEmpty()) {
                lane.prepareSecondNode();
            }
        }
    }

    private CompletableFuture<Set<FaultKind>> play(long seed) {
        return java.util.Objects.requireNonNull(plays.get(seed), "no such seed in this campaign");
    }

    private @Nullable Long next(Lane lane, boolean kills) {
        var seed = kills && !killing.isEmpty() && (lane.hasSecondNode() || ordinary.isEmpty())
                ? killing.poll()
                : ordinary.poll();
        return seed == null && kills ? killing.poll() : seed;
    }

    private void playOn(Lane lane, long seed) {
        var outcome = play(seed);
        try {
            var play = new Play(lane, witness, Schedule.of(seed));
            var happened = play.play();
            tokens.addAll(play.tokens());
            outcome.complete(happened);
        } catch (RuntimeException | AssertionError e) {
            outcome.completeExceptionally(e);
        }
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        lanes.forEach(Lane::close);
        postgres.close();
    }
}
