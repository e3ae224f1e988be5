package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.galileok12.run.Outcome;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Nodes here never say that they are alive, as if they were frozen. */
@TestPropertySource(properties = "sync.heartbeat=3600000")
class SilentNodeTest extends SyncScenario {

    @Test
    void a_start_goes_on_with_the_run_of_a_silent_node_which_writes_nothing_when_it_wakes() throws Exception {
        var amy = district.student("Amy Ng", district.school("North"));
        syncDone();
        var asleep = new CountDownLatch(1);
        var wake = new CountDownLatch(1);
        CLEVER.onPage("users", 1).before(() -> {
            asleep.countDown();
            await(wake);
        });
        var first = CompletableFuture.supplyAsync(this::sync);
        assertThat(asleep.await(20, TimeUnit.SECONDS)).isTrue();
        // A page of another collection that is just being staged holds the district for a moment: a start would not
        // wait.
        org.awaitility.Awaitility.await()
                .until(() -> rows("select 1 from sync.run_collection where done and district_id = ?", districtId())
                                .size()
                        == 4);
        silent();
        amy.set("/email", "newest@example.org");

        var second = syncDone();
        wake.countDown();

        assertThat(first.join().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(first.join().reason()).contains("no longer this node's");
        assertThat(rows("select state from sync.run where district_id = ? order by run_id", districtId()))
                .extracting(row -> row.get("state"))
                .containsExactly("DONE", "DONE");
        assertThat(first.join().runId()).isEqualTo(second.runId());
        assertThat(second.report().path("claims").asInt()).isEqualTo(1);
        assertThat(count(second, "person", "updated")).isEqualTo(1);
        assertThat(one("select email from galileo.person where clever_id = ?", String.class, amy.id()))
                .isEqualTo("newest@example.org");
    }

    @Test
    void a_page_that_is_being_copied_keeps_nobody_from_claiming_the_run() throws Exception {
        var amy = district.student("Amy Ng", district.school("North"));
        syncDone();
        amy.set("/email", "newest@example.org");
        try (var other = POSTGRES.getPostgresDatabase().getConnection()) {
            other.setAutoCommit(false);
            CLEVER.onPage("users", 1).in(district).before(() -> lockStage(other));
            var first = CompletableFuture.supplyAsync(this::sync);
            awaitActive("copy stage.person%");
            silent();

            var second = CompletableFuture.supplyAsync(this::sync);
            org.awaitility.Awaitility.await()
                    .until(() -> rows(
                                            "select 1 from sync.run where state = 'RUNNING' and claims = 1 and district_id = ?",
                                            districtId())
                                    .size()
                            == 1);
            other.rollback();

            assertThat(first.join().reason()).contains("no longer this node's");
            assertThat(second.join().outcome()).isEqualTo(Outcome.DONE);
            assertThat(count(second.join(), "person", "updated")).isEqualTo(1);
        }
    }

    private static void lockStage(Connection other) {
        try (var statement = other.createStatement()) {
            statement.execute("lock table stage.person in share mode");
        } catch (SQLException e) {
            throw new IllegalStateException("The other session got no lock.", e);
        }
    }

    private void awaitActive(String statement) {
        org.awaitility.Awaitility.await()
                .until(() -> !rows(
                                "select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like ?",
                                statement)
                        .isEmpty());
    }

    private void silent() {
        db.update(
                "update sync.run set heartbeat_at = now() - interval '2 minutes' where state = 'RUNNING' and district_id = ?",
                districtId());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
