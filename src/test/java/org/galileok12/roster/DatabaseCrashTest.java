package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The database crashes in mid-run, really: stage and checkpoints are empty when it is back, while Clever goes on answering. */
class DatabaseCrashTest extends SyncScenario {

    @Test
    void f55_a_crash_after_the_first_page_does_not_make_the_rest_look_like_everybody() {
        var leaver = publishedClass(12);
        var crashed = new CountDownLatch(1);
        // Only the first page of users is in the stage when it crashes; all that follows, of all collections, comes
        // after.
        for (var collection : List.of("schools", "terms", "courses", "sections")) {
            CLEVER.onPage(collection, 1).before(() -> waitFor(crashed));
        }
        CLEVER.onPage("users", 2).before(() -> {
            await().atMost(Duration.ofSeconds(10)).until(() -> staged("users") == 1);
            crash();
            crashed.countDown();
        });

        assertThat(syncFails("LOCAL").reason())
                .contains("1 of 1 pages of users")
                .contains("crashed in mid-run");

        syncTakesOut(leaver);
    }

    @Test
    void f55_a_crash_between_collections_is_found_before_planning() {
        var leaver = publishedClass(4);
        CLEVER.onPage("sections", 1).before(() -> {
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> staged("users") + staged("schools") + staged("terms") + staged("courses") == 4);
            crash();
        });

        assertThat(syncFails("LOCAL").reason())
                .contains("The stage does not hold what was read")
                .contains("users");

        syncTakesOut(leaver);
    }

    @Test
    void f55_a_crash_between_plan_and_publication_deactivates_nobody() {
        district.lastSync(null);
        var leaver = publishedClass(12);
        var crashed = new CountDownLatch(1);
        // The first reading is as usual; the second one, for the ids alone, comes when the plan is made.
        for (var collection : List.of("schools", "terms", "courses", "users", "sections")) {
            CLEVER.onPage(collection, 1);
        }
        for (var collection : List.of("schools", "courses", "users", "sections")) {
            CLEVER.onPage(collection, 1).before(() -> waitFor(crashed));
        }
        CLEVER.onPage("terms", 1).before(() -> {
            crash();
            crashed.countDown();
        });

        assertThat(syncFails("LOCAL").reason()).contains("The plan is gone");

        assertThat(isActive(leaver)).isTrue();
        syncTakesOut(leaver);
    }

    @Test
    void f55_a_run_whose_node_and_database_died_in_mid_walk_is_gone_on_with_by_a_new_walk() {
        var leaver = publishedClass(12);
        var asleep = new CountDownLatch(1);
        var wake = new CountDownLatch(1);
        CLEVER.onPage("users", 2).before(() -> {
            asleep.countDown();
            waitFor(wake);
        });
        var sleeper = CompletableFuture.supplyAsync(this::sync);
        waitFor(asleep);
        await().atMost(Duration.ofSeconds(10)).until(() -> staged("users") == 1);
        crash();
        db.update("update sync.run set heartbeat_at = now() - interval '1 hour' where state = 'RUNNING'");
        CLEVER.forgetRequests();

        var result = syncTakesOut(leaver);

        assertThat(result.report().path("claims").asInt()).isEqualTo(1);
        assertThat(result.report().path("pagesKept").asInt()).isZero();
        assertThat(CLEVER.requests("schools")).hasSize(1);
        wake.countDown();
        assertThat(sleeper.join().reason()).contains("no longer this node's");
    }

    private long staged(String collection) {
        return one("""
                select coalesce(sum(pages), 0) from sync.run_collection where district_id = ? and collection = ?
                """, Long.class, districtId(), collection);
    }

    /** Killing one session makes the server start anew, as it does after a loss of power. */
    private void crash() {
        try (var connection = POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            // The embedded server writes its log late; what was committed before must outlive the crash.
            statement.execute("checkpoint");
            try (var row = statement.executeQuery("select pg_backend_pid()")) {
                row.next();
                ProcessHandle.of(row.getLong(1)).orElseThrow().destroyForcibly();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not crash.", e);
        }
        // The pool looks again only at connections that nobody has used for half a second.
        await().pollDelay(Duration.ofMillis(600))
                .atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .until(() -> one("select count(*) from sync.run_collection", Long.class) == 0);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(15, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
