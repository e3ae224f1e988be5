package org.galileok12.benchmark.cluster;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One night: so many nodes, all districts due at the same moment, and perhaps one node that is killed when a third of the runs have
 * ended.
 */
final class Round implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Clock CLOCK = Clock.systemUTC();
    private static final List<String> SETTINGS = List.of(
            "sync.reconcile-cron=0/2 * * * * ?",
            // Triggers that are set less than half a minute ahead would else be seen late by other nodes.
            "spring.quartz.properties.org.quartz.scheduler.idleWaitTime=2000",
            "spring.datasource.hikari.minimum-idle=2");

    private final Country country;
    private final JdbcTemplate db;
    private final List<ClusterNode> nodes = new ArrayList<>();

    private Round(Country country, JdbcTemplate db) {
        this.country = country;
        this.db = db;
    }

    /** @param database an empty one */
    static Result play(String name, Country country, String databaseUrl, JdbcTemplate database, int nodes, boolean kill)
            throws IOException, InterruptedException {
        try (var round = new Round(country, database)) {
            // The first one migrates the database.
            for (int i = 1; i <= nodes; i++) {
                round.nodes.add(ClusterNode.start(name + "-node" + i, databaseUrl, country.url(), SETTINGS));
            }
            return round.play(kill);
        }
    }

    private Result play(boolean kill) throws IOException, InterruptedException {
        var due = CLOCK.instant()
                .plusSeconds(10 + country.districts().size() / 10)
                .truncatedTo(ChronoUnit.SECONDS);
        scheduleAll(due);
        var inserted = CLOCK.instant();
        var count = country.districts().size();
        await(
                "all triggers are set",
                () -> number("select count(*) from sync.qrtz_triggers where trigger_group = 'district'") == count);
        var triggers = Duration.between(inserted, CLOCK.instant());
        if (CLOCK.instant().isAfter(due)) {
            throw new IllegalStateException("Setting the triggers took too long: the districts were due before.");
        }
        var resumed = kill ? killOne(count) : null;
        await("all runs have ended", () -> number("select count(*) from sync.run where state <> 'RUNNING'") >= count);
        var spread = new ArrayList<Long>();
        for (var node : nodes) {
            spread.add(node.runsEnded());
        }
        return new Result(
                nodes.size(),
                seconds(due, "select extract(epoch from max(finished_at)) from sync.run"),
                spread,
                number("select count(*) from (select 1 from sync.run group by district_id having count(*) > 1) twice"),
                count - number("select count(distinct district_id) from sync.run where state = 'DONE'"),
                number("select count(*) from galileo.student where active"),
                number("""
                        select sum(pg_total_relation_size(c.oid)) from pg_class c
                        where c.relnamespace = 'galileo'::regnamespace and c.relkind = 'r'
                        """),
                number("select sum((report ->> 'durationMillis')::bigint) from sync.run"),
                triggers.toMillis(),
                resumed);
    }

    private void scheduleAll(Instant due) {
        var cron = DateTimeFormatter.ofPattern("s m H d M ? yyyy")
                .withZone(ZoneOffset.UTC)
                .format(due);
        for (var district : country.districts()) {
            db.update(
                    "insert into sync.connection (clever_id, onboarding, cron, time_zone) values (?, 'scheduled', ?, 'UTC')",
                    district,
                    cron);
        }
    }

    /** Kills the first node when a third of the runs have ended, and watches until the last of its runs is gone on with. */
    private Resumed killOne(int count) throws InterruptedException {
        await(
                "a third of the runs have ended",
                () -> number("select count(*) from sync.run where state <> 'RUNNING'") >= count / 3);
        nodes.get(0).kill();
        var killed = CLOCK.instant();
        // Of those that run now, the dead node's are the ones that are claimed by another.
        var running = db.queryForList("select run_id from sync.run where state = 'RUNNING'", Long.class);
        var claimed = 0L;
        var last = killed;
        while (CLOCK.instant().isBefore(killed.plusSeconds(75))) {
            var now = number("select count(*) from sync.run where claims > 0");
            if (now > claimed) {
                claimed = now;
                last = CLOCK.instant();
            }
            pause();
        }
        return new Resumed(
                running.size(), claimed, Duration.between(killed, last).toMillis() / 1000.0);
    }

    private double seconds(Instant due, String end) {
        var finished = db.queryForObject(end, Double.class);
        return finished == null ? Double.NaN : finished - due.getEpochSecond();
    }

    private long number(String sql) {
        var number = db.queryForObject(sql, Long.class);
        return number == null ? 0 : number;
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        var end = CLOCK.instant().plus(LONGEST);
        while (!condition.getAsBoolean()) {
            if (CLOCK.instant().isAfter(end)) {
                throw new IllegalStateException("Waited too long until " + what + ".");
            }
            pause();
        }
    }

    private static void pause() throws InterruptedException {
        new CountDownLatch(1).await(200, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() throws InterruptedException {
        for (var node : nodes) {
            node.close();
        }
    }

    /** @param seconds from the kill until the last of them was claimed */
    record Resumed(long running, long claimed, double seconds) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ENGLISH,
                    "%d of %d runs under way were gone on with, the last after %.0f s",
                    claimed,
                    running,
                    seconds);
        }
    }

    /**
     * @param spread runs that ended on each node
     * @param twice districts with more than one run
     * @param lost districts without a run that is DONE
     * @param bytes of the roster's tables, indexes included
     * @param millis of all runs together
     * @param triggerMillis until all triggers were set
     */
    record Result(
            int nodes,
            double seconds,
            List<Long> spread,
            long twice,
            long lost,
            long students,
            long bytes,
            long millis,
            long triggerMillis,
            @org.jspecify.annotations.Nullable Resumed resumed) {

        String line() {
            return String.format(
                    Locale.ENGLISH,
                    "| %d | %.0f | %s | %d | %d | %s |",
                    nodes,
                    seconds,
                    spread.stream()
                            .map(String::valueOf)
                            .reduce((a, b) -> a + " / " + b)
                            .orElse(""),
                    twice,
                    lost,
                    resumed == null ? "–" : resumed);
        }
    }
}
