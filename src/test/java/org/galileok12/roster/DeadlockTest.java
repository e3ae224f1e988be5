package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.galileok12.run.Outcome;
import org.galileok12.run.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody else holds what the run wants to write: the whole transaction is undone and repeated. */
class DeadlockTest extends FaultScenario {

    @Test
    void f56_a_deadlock_in_publish_has_the_whole_transaction_repeated() throws SQLException {
        var leaver = publishedClass(12);
        db.update("update galileo.school set name = 'Edited' where district_id = ?", districtId());
        try (var other = POSTGRES.getPostgresDatabase().getConnection()) {
            other.setAutoCommit(false);
            // The run is the one that PostgreSQL looks at first, and so the one that it gives up.
            run(other, "set local deadlock_timeout = '30s'");
            run(other, "select from galileo.person where district_id = " + districtId() + " for update");
            var deadlocksBefore = deadlocks();
            var run = CompletableFuture.supplyAsync(this::sync);
            await().atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(20))
                    .until(this::aRunWaits);

            run(other, "select from galileo.enrollment where district_id = " + districtId() + " for update");
            other.rollback();

            assertThat(run.thenApply(RunResult::outcome).join()).isEqualTo(Outcome.DONE);
            await().atMost(Duration.ofSeconds(20)).until(() -> deadlocks() > deadlocksBefore);
        }
        assertThat(isActive(leaver)).isFalse();
        assertThat(rows("select name from galileo.school where district_id = ?", districtId()))
                .hasToString("[{name=North}]");
        assertThat(rows(
                        "select 1 from sync.journal where district_id = ? and entity = 'school' and action = 'update'",
                        districtId()))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "55P03"})
    void f56_a_failure_that_passes_has_the_whole_transaction_repeated(String sqlState) {
        var leaver = publishedClass(12);
        refuseOnce(sqlState);
        try {
            assertThat(syncTakesOut(leaver).outcome()).isEqualTo(Outcome.DONE);
            assertThat(one("select last_value from public.refused", Long.class)).isGreaterThan(1);
        } finally {
            db.execute("drop sequence public.refused cascade");
            db.execute("drop function public.refuse_once() cascade");
        }
        assertThat(rows(
                        "select 1 from sync.journal where district_id = ? and entity = 'person' and action = 'deactivate'",
                        districtId()))
                .hasSize(1);
    }

    @Test
    void f56_a_failure_that_does_not_pass_ends_the_run_with_the_roster_as_it_was() {
        var leaver = publishedClass(12);
        db.execute("alter table galileo.person add constraint nobody_leaves check (active) not valid");
        try {
            assertThat(syncFails("LOCAL").reason()).contains("SQLSTATE 23514").contains("nobody_leaves");
        } finally {
            db.execute("alter table galileo.person drop constraint nobody_leaves");
        }
        syncTakesOut(leaver);
    }

    /** A sequence counts the refusals: it alone does not go back when the transaction does. */
    private void refuseOnce(String sqlState) {
        db.execute("create sequence public.refused");
        db.execute("""
                create function public.refuse_once() returns trigger language plpgsql as $$
                begin
                  if nextval('public.refused') = 1 then
                    raise exception 'come back' using errcode = '%s';
                  end if;
                  return null;
                end $$""".formatted(sqlState));
        db.execute(
                "create trigger refused after update on galileo.person for each statement execute function public.refuse_once()");
    }

    private boolean aRunWaits() {
        return !rows("select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '-- deactivate-person.sql%'")
                .isEmpty();
    }

    private long deadlocks() {
        return one("select deadlocks from pg_stat_database where datname = 'postgres'", Long.class);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
