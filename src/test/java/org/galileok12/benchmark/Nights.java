package org.galileok12.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.galileok12.benchmark.Product.Lap;

/**
 * Nights in which something changes, each twice with the journal's triggers and twice without them, in turns; then the same
 * beside a journal of many rows. Of two runs of a kind the faster one counts: what else the machine does only adds.
 *
 * <p>Leaves the roster as it was, but for rows that came and went.
 */
final class Nights {

    private static final int JOURNAL_RUN_ROWS = 20_000;

    private final Benchmark benchmark;
    private final CleverProcess clever;
    private final Product product;
    private final Connection connection;

    Nights(Benchmark benchmark, CleverProcess clever, Product product, Connection connection) {
        this.benchmark = benchmark;
        this.clever = clever;
        this.product = product;
        this.connection = connection;
    }

    /** Fills the tables. The roster is that of the base variant before and after it. */
    void measure(Safety safety, long journalRows) throws Exception {
        var night = withAndWithout("night", "ordinary night", safety);
        safety.guarded("ordinary night", night);
        var heavy = withAndWithout("heavy", "every student updated", safety);
        safety.guarded("every student updated", heavy);
        if (journalRows > 0) {
            // Anew: the nights before have left rows that came and went.
            var unchanged = fasterOf(unchanged(), unchanged());
            var nightBefore = fasterOf(night("night"), night("night"));
            fillJournal(journalRows);
            safety.beside("unchanged", unchanged, fasterOf(unchanged(), unchanged()));
            safety.beside("ordinary night", nightBefore, fasterOf(night("night"), night("night")));
        }
    }

    private Lap withAndWithout(String variant, String what, Safety safety) throws Exception {
        var with = new ArrayList<Lap>();
        var without = new ArrayList<Lap>();
        for (var journalled : List.of(true, false, false, true)) {
            triggers(journalled);
            try {
                (journalled ? with : without).add(night(variant));
            } finally {
                triggers(true);
            }
        }
        var faster = fasterOf(with.get(0), with.get(1));
        var bare = fasterOf(without.get(0), without.get(1));
        safety.journalled(what, faster, publishing(with), publishing(without), bare.millis("journal-creations.sql"));
        return faster;
    }

    private static long publishing(List<Lap> laps) {
        return laps.stream().mapToLong(lap -> lap.millis("publish")).min().orElseThrow();
    }

    private Lap night(String variant) throws Exception {
        clever.show(variant);
        var lap = benchmark.lap(product, connection, variant);
        clever.show("base");
        benchmark.lap(product, connection, "back");
        return lap;
    }

    private Lap unchanged() throws Exception {
        return benchmark.lap(product, connection, "unchanged");
    }

    private static Lap fasterOf(Lap one, Lap other) {
        return List.of(one, other).stream()
                .min(Comparator.comparingDouble(Lap::seconds))
                .orElseThrow();
    }

    private void triggers(boolean on) throws SQLException {
        for (var table : Rows.tablesOf(connection, "galileo")) {
            execute("alter table " + table + (on ? " enable" : " disable") + " trigger user");
        }
    }

    /** Half of this district, half of nine others; rows of a year, most of them updates with a field or two. */
    private void fillJournal(long rows) throws SQLException {
        execute("""
                insert into sync.journal (district_id, run_id, entity, action, id, before, after, at)
                select
                  case when n %% 2 = 0 then district.id else district.id + 1 + n %% 9 end,
                  -1 - n / %1$d,
                  (array['student', 'person', 'enrollment', 'section'])[1 + n %% 4],
                  (array['update', 'update', 'update', 'deactivate', 'create'])[1 + n %% 5],
                  1 + n * 7919 %% people.count,
                  case when n %% 5 < 4 then jsonb_build_object('grade', n %% 12, 'changed_at', now()) end,
                  case when n %% 5 < 4 then jsonb_build_object('grade', 1 + n %% 12, 'changed_at', now()) end,
                  now() - interval '1 year' * n / %2$d
                from generate_series(1, %2$d::bigint) as n
                cross join (select min(district_id) as id from galileo.student) district
                cross join (select count(*) as count from galileo.person) people
                """.formatted(JOURNAL_RUN_ROWS, rows));
        execute("vacuum (analyze) sync.journal");
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
