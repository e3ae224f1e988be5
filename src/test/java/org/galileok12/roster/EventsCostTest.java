package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.galileok12.run.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/**
 * What events cost is in proportion to them and not to the district: counted are the rows that the database reads and writes.
 * {@code -Devents.students=1000000} for a large one, with the time that it took.
 */
@TestPropertySource(properties = "clever.page-size=2000")
class EventsCostTest extends EventsScenario {

    /**
     * Rows looked up in all statements of a run together: of classes, everybody in them, several times; of small tables all. One
     * look at every enrollment or person of the district would be more.
     */
    private static final long READ_FOR_AN_EVENT = 1_000;

    private static final int STUDENTS = Integer.getInteger("events.students", 50_000);

    @SuppressWarnings("NullAway.Init")
    private LargeRoster roster;

    @BeforeEach
    void aLargeDistrict() {
        district.events().on();
        roster = new LargeRoster(db, district, STUDENTS);
    }

    @AfterEach
    void nothingLeft() {
        roster.remove();
    }

    @Test
    void a_hundred_events_read_and_write_few_rows_of_a_large_district() throws SQLException {
        // The first look of a node loads classes and plans.
        roster.change(10);
        followDone();
        var before = rowsSoFar();
        roster.change(100);

        var begun = System.nanoTime();
        var result = followDone();
        var millis = (System.nanoTime() - begun) / 1_000_000;

        assertThat(result.outcome()).isEqualTo(Outcome.DONE);
        assertThat(result.report().path("events").path("read").asInt()).isEqualTo(100);
        var written = one("select count(*) from sync.journal where run_id = ?", Long.class, result.runId());
        assertThat(written).isBetween(100L, 1_000L);
        var read = rowsSince(before);
        System.out.printf(
                "%,d students, 100 events: %,d ms, %,d rows written, %,d read%n%s%n",
                STUDENTS,
                millis,
                written,
                read.values().stream().mapToLong(Long::longValue).sum(),
                read);
        assertThat(read.values().stream().mapToLong(Long::longValue).sum())
                .as("rows read, by table: %s", read)
                .isLessThan(100 * READ_FOR_AN_EVENT);
    }

    /** Each of those who left would be compared with each who goes: 300 million times, in every one of the guard's joins. */
    @Test
    void events_of_a_day_on_which_many_have_left_cost_what_has_left_once_and_not_once_for_each_who_goes() {
        roster.ended(40_000);
        roster.close(300);

        var begun = System.nanoTime();
        var result = followDone();
        var taken = Duration.ofNanos(System.nanoTime() - begun);

        System.out.printf("40,000 enrollments ended, 300 classes close: %,d ms%n", taken.toMillis());
        assertThat(one(
                        "select count(*) from sync.journal where run_id = ? and entity = 'enrollment'",
                        Long.class,
                        result.runId()))
                .isEqualTo(300 * 25);
        assertThat(taken).isLessThan(Duration.ofSeconds(30));
    }

    /** Rows that were read from the tables of the roster so far, by sequential scans and by indexes. */
    private Map<String, Long> rowsSoFar() throws SQLException {
        // Connections tell what they have counted when they end.
        Objects.requireNonNull(db.getDataSource())
                .unwrap(HikariDataSource.class)
                .getHikariPoolMXBean()
                .softEvictConnections();
        var seen = new AtomicReference<Map<String, Long>>(Map.of());
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(1500))
                .until(() -> {
                    var now = read();
                    return now.equals(seen.getAndSet(now));
                });
        return Objects.requireNonNull(seen.get());
    }

    private Map<String, Long> rowsSince(Map<String, Long> before) throws SQLException {
        var since = new TreeMap<String, Long>();
        rowsSoFar().forEach((table, rows) -> {
            var more = rows - before.getOrDefault(table, 0L);
            if (more > 0) {
                since.put(table, more);
            }
        });
        return since;
    }

    private Map<String, Long> read() {
        var rows = new TreeMap<String, Long>();
        db.query("""
                select schemaname || '.' || relname as name, seq_tup_read + coalesce(idx_tup_fetch, 0) as rows
                from pg_stat_user_tables
                where schemaname = 'galileo' or relname = 'active_count'
                """, row -> {
            rows.put(row.getString("name"), row.getLong("rows"));
        });
        return rows;
    }
}
