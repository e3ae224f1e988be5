package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.galileok12.run.Outcome;
import org.galileok12.run.RunRefused;
import org.galileok12.simulator.ListedPerson;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** In the middle of a walk the database is stopped by {@code pg_ctl stop -m immediate}: a stage without its first pages proves nothing. */
@TestPropertySource(
        properties = {
            "sync.heartbeat=200",
            "sync.stale-after-seconds=2",
            "spring.datasource.hikari.connection-timeout=500",
        })
@DirtiesContext
class ImmediateStopTest extends SyncScenario {

    private static final StoppableDatabase DATABASE = StoppableDatabase.start();

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        registry.add("test.database-url", DATABASE::url);
    }

    @Test
    void pg_ctl_stop_immediate_in_mid_walk_and_a_restart_under_the_run_deactivates_nobody_and_the_next_run_converges() {
        var leaver = publishedClass(12);
        var before = roster();
        CLEVER.onPage("users", 2).in(district).before(() -> {
            awaitFirstPageOfUsers();
            DATABASE.stopImmediately();
            DATABASE.startAgain();
        });

        syncIsInterrupted();

        nothingHasHappened(before, leaver);
        nextRunConverges(leaver);
    }

    @Test
    void pg_ctl_stop_immediate_in_mid_walk_until_the_run_has_given_up_deactivates_nobody_and_the_next_run_converges() {
        var leaver = publishedClass(12);
        var before = roster();
        CLEVER.onPage("users", 2).in(district).before(() -> {
            awaitFirstPageOfUsers();
            DATABASE.stopImmediately();
        });

        try {
            syncIsInterrupted();
        } finally {
            DATABASE.startAgain();
        }

        nothingHasHappened(before, leaver);
        nextRunConverges(leaver);
    }

    private void awaitFirstPageOfUsers() {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> !rows(
                                "select 1 from sync.run_collection where district_id = ? and collection = 'users' and pages = 1",
                                districtId())
                        .isEmpty());
    }

    private void syncIsInterrupted() {
        try {
            assertThat(sync().outcome()).isEqualTo(Outcome.FAILED);
        } catch (RunRefused unrecorded) {
            assertThat(unrecorded).hasMessageContaining("database");
        }
    }

    /** Connections of the pool turn out to be dead one by one. */
    private void nothingHasHappened(String before, ListedPerson leaver) {
        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(roster()).isEqualTo(before));
        assertThat(isActive(leaver)).isTrue();
        assertThat(rows("select 1 from sync.run_collection")).isEmpty();
    }

    private void nextRunConverges(ListedPerson leaver) {
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> sync().outcome() == Outcome.DONE);
        assertThat(rows("select clever_id from galileo.person where district_id = ? and not active", districtId()))
                .extracting(row -> row.get("clever_id"))
                .containsExactly(leaver.id());
        assertThat(syncDone().report().at("/entities/total/updated").asInt()).isZero();
    }
}
