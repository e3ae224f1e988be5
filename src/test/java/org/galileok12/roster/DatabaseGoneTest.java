package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.galileok12.run.Outcome;
import org.galileok12.run.RunRefused;
import org.galileok12.simulator.ListedPerson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database is gone in mid-run, for a moment or for good: what can be repeated is, the result is right, nothing is there twice. */
class DatabaseGoneTest extends FaultScenario {

    @SuppressWarnings("NullAway.Init")
    private ListedPerson leaver;

    @SuppressWarnings("NullAway.Init")
    private Connection other;

    @BeforeEach
    void publish() throws SQLException {
        leaver = publishedClass(12);
        district.student("New Arrival", district.school("South"));
        other = POSTGRES.getPostgresDatabase().getConnection();
        other.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        other.close();
    }

    @Test
    void f55_a_session_ended_by_the_server_while_it_stages_is_replaced_and_the_page_staged_again() {
        CLEVER.onPage("users", 2).before(() -> lock("select from sync.connection where district_id = ? for update"));

        terminatesWhileWaiting("-- check-fence.sql");
    }

    @Test
    void f55_a_session_ended_by_the_server_while_it_publishes_is_replaced_and_the_transaction_repeated() {
        lock("select from galileo.person where district_id = ? for update");

        terminatesWhileWaiting("-- deactivate-person.sql");
    }

    @ParameterizedTest
    @ValueSource(strings = {"save-checkpoint.sql", "upsert-person.sql", "deactivate-person.sql", "mark-published.sql"})
    void f55_a_connection_cut_in_a_transaction_has_it_repeated(String statement) {
        DATABASE_LINE.cutWhenAsked("-- " + statement);

        syncDone();

        assertThat(DATABASE_LINE.isCut()).isTrue();
        resultIsRightAndNothingTwice();
    }

    @ParameterizedTest
    @ValueSource(strings = {"save-checkpoint.sql", "mark-published.sql"})
    void f55_a_connection_cut_at_commit_has_its_outcome_looked_up(String lastStatement) {
        DATABASE_LINE.cutWhenAnswered("-- " + lastStatement, "COMMIT\0");

        syncDone();

        assertThat(DATABASE_LINE.isCut()).isTrue();
        resultIsRightAndNothingTwice();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clear-stage.sql",
                "plan-absent-person.sql",
                "clear-guard.sql",
                "withhold.sql",
                "report-entities.sql",
                "count-references.sql",
                "finish-run.sql"
            })
    void f55_a_connection_cut_in_the_plan_the_report_or_at_the_end_does_not_make_the_run_fail(String statement) {
        DATABASE_LINE.cutWhenAsked("-- " + statement);

        syncDone();

        assertThat(DATABASE_LINE.isCut()).isTrue();
        resultIsRightAndNothingTwice();
    }

    @Test
    void f55_a_connection_cut_when_the_guard_commits_leaves_what_it_holds_held() {
        var west = district.school("West");
        var six = java.util.stream.IntStream.range(0, 6)
                .mapToObj(number -> district.student("West" + number + " Ng", west))
                .toList();
        syncDone();
        six.forEach(ListedPerson::remove);
        DATABASE_LINE.cutWhenAnswered("-- withhold.sql", "COMMIT\0");

        assertThat(sync().outcome()).isEqualTo(Outcome.HELD);

        assertThat(DATABASE_LINE.isCut()).isTrue();
        assertThat(six).allMatch(this::isActive);
        assertThat(rows("select 1 from sync.held_row where district_id = ? and entity = 'student'", districtId()))
                .hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(strings = "find-incomplete-collections.sql")
    void f55_a_connection_cut_while_planning_leaves_the_roster_as_it_was(String statement) {
        DATABASE_LINE.cutWhenAsked("-- " + statement);

        assertThat(syncFails("LOCAL").reason()).contains("database");

        assertThat(DATABASE_LINE.isCut()).isTrue();
        syncTakesOut(leaver);
    }

    @Test
    void f55_a_database_that_stays_away_ends_the_run_and_does_not_block_the_district_when_it_is_back() {
        var before = roster();
        CLEVER.onPage("users", 2).before(DATABASE_LINE::down);
        try {
            assertThat(sync().outcome()).isEqualTo(Outcome.FAILED);
        } catch (RunRefused unrecorded) {
            assertThat(unrecorded).hasMessageContaining("database");
        } finally {
            DATABASE_LINE.up();
        }
        await().atMost(Duration.ofSeconds(10))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(roster()).isEqualTo(before));
        // Its end could not be written down: it is under way in the table until it counts as dead, and then gone on
        // with.
        syncUntilDone();
        resultIsRightAndNothingTwice();
        assertThat(rows("select 1 from sync.run where district_id = ? and claims = 1", districtId()))
                .hasSize(1);
    }

    @Test
    void f55_a_publication_whose_answer_is_lost_before_the_database_stays_away_is_finished_later_as_done() {
        DATABASE_LINE.downWhenAnswered("-- mark-published.sql", "COMMIT\0");
        try {
            assertThat(sync().outcome()).isEqualTo(Outcome.FAILED);
        } catch (RunRefused unrecorded) {
            assertThat(unrecorded).hasMessageContaining("database");
        } finally {
            assertThat(DATABASE_LINE.isCut()).isTrue();
            DATABASE_LINE.up();
        }
        await().atMost(Duration.ofSeconds(10))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(published()).containsExactly("DONE 0", "RUNNING 0"));
        CLEVER.forgetRequests();

        syncUntilDone();

        assertThat(CLEVER.requests("users")).isEmpty();
        assertThat(published()).containsExactly("DONE 0", "DONE 1");
        resultIsRightAndNothingTwice();
    }

    /** State and claims of the published runs. */
    private java.util.List<String> published() {
        return db.queryForList(
                "select state || ' ' || claims from sync.run where district_id = ? and published_at is not null order by run_id",
                String.class,
                districtId());
    }

    private void terminatesWhileWaiting(String statement) {
        var run = CompletableFuture.supplyAsync(this::sync);
        await().atMost(Duration.ofSeconds(20)).until(() -> !jdbc("""
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where wait_event_type = 'Lock' and query like ? || '%'
                        """, statement).isEmpty());
        unlock();

        assertThat(run.join().outcome()).as("%s", run.join().reason()).isEqualTo(Outcome.DONE);
        resultIsRightAndNothingTwice();
    }

    private java.util.List<?> jdbc(String sql, String parameter) {
        return new org.springframework.jdbc.core.JdbcTemplate(POSTGRES.getPostgresDatabase())
                .queryForList(sql, parameter);
    }

    private void lock(String sql) {
        try (var statement = other.prepareStatement(sql)) {
            statement.setInt(1, districtId());
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("The other session got no lock.", e);
        }
    }

    private void unlock() {
        try {
            other.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException("The other session kept its lock.", e);
        }
    }

    private void resultIsRightAndNothingTwice() {
        assertThat(isActive(leaver)).isFalse();
        assertThat(rows("select 1 from galileo.person where district_id = ? and active", districtId()))
                .hasSize(13);
        assertThat(rows("""
                        select run_id, entity, action, id, a, b from sync.journal where district_id = ?
                        group by 1, 2, 3, 4, 5, 6 having count(*) > 1
                        """, districtId())).isEmpty();
        assertThat(syncDone().report().at("/entities/total/updated").asInt()).isZero();
    }
}
