package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.galileok12.run.Outcome;
import org.galileok12.run.Progress;
import org.galileok12.run.RunResult;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is equal is not written, and what is only planned is not either. */
class IdempotentSyncTest extends RichScenario {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private DataSource pool;

    @Test
    void a_second_sync_of_a_rich_district_writes_no_row_of_the_roster() throws SQLException {
        var rich = new RichDistrict(district);
        rich.student(7).remove();
        rich.everythingTwice(CLEVER);
        syncDone();
        rich.madeByHand(db, districtId(), 7);
        rich.student(7).restore();
        rich.changeEverything();
        var second = syncDone();
        assertThat(count(second, "person", "adopted")).isEqualTo(1);
        assertThat(count(second, "person", "rekeyed")).isEqualTo(1);
        assertThat(second.report().path("quarantine")).hasSize(1);
        assertThat(second.report().path("filteredBy")).isNotEmpty();
        var writes = writes();
        var versions = versions();
        assertThat(writes)
                .allSatisfy(table -> assertThat((Long) table.get("written")).isPositive());

        var third = syncDone();

        assertThat(changes(third)).isZero();
        assertThat(writes()).isEqualTo(writes);
        assertThat(versions()).isEqualTo(versions);
        assertThat(rows("select 1 from sync.journal where run_id = ?", third.runId()))
                .isEmpty();
    }

    @Test
    void a_dry_run_tells_what_would_change_and_leaves_no_trace_in_the_roster() {
        var rich = new RichDistrict(district);
        var first = dryRun();
        assertThat(count(first, "person", "created")).isPositive();
        assertThat(rows("select 1 from galileo.person where district_id = ?", districtId()))
                .isEmpty();
        assertThat(rows("select 1 from galileo.district where district_id = ?", districtId()))
                .isEmpty();
        syncDone();

        rich.changeEverything();
        var before = roster();
        var versions = versions();
        var planned = dryRun();

        assertThat(changes(planned)).isPositive();
        assertThat(roster()).isEqualTo(before);
        assertThat(versions()).isEqualTo(versions);
        assertThat(rows("select 1 from sync.journal where run_id in (?, ?)", first.runId(), planned.runId()))
                .isEmpty();
        assertThat(syncDone().report().path("entities"))
                .isEqualTo(planned.report().path("entities"));
    }

    private RunResult dryRun() {
        var result = districtSync.sync(district.id(), true, Progress.NONE);
        assertThat(result.outcome()).isEqualTo(Outcome.DONE);
        return result;
    }

    private static long changes(RunResult result) {
        return List.of("created", "updated", "reactivated", "deactivated", "adopted", "rekeyed").stream()
                .mapToLong(change -> count(result, "total", change))
                .sum();
    }

    /** Which transaction wrote which row. */
    private List<Map<String, Object>> versions() {
        return rows(tables("galileo").stream()
                .map(table -> "select '" + table + "' as what, ctid::text, xmin::text from galileo." + table)
                .collect(Collectors.joining(" union all ", "", " order by 1, 2")));
    }

    /** PostgreSQL's own count. A session tells its counts late, but surely when it ends: so all but this one are ended first. */
    private List<Map<String, Object>> writes() throws SQLException {
        await().until(() -> rows("""
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()
                        """).isEmpty());
        // The one session left may have written too; it tells at the end of its next transaction.
        db.execute("select pg_stat_force_next_flush()");
        pool.unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
        return rows(
                "select relname, n_tup_ins + n_tup_upd + n_tup_del as written from pg_stat_user_tables where schemaname = 'galileo' order by 1");
    }
}
