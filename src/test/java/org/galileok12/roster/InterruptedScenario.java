package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.galileok12.run.Outcome;
import org.galileok12.run.RunRefused;
import org.galileok12.run.RunResult;
import org.galileok12.simulator.ListedPerson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.context.TestPropertySource;

/** A run that falls asleep in mid-walk, on a node that never says it is alive, and wakes up when the test has ended. */
@TestPropertySource(properties = "sync.heartbeat=3600000")
abstract class InterruptedScenario extends SyncScenario {

    private final CountDownLatch wake = new CountDownLatch(1);

    @SuppressWarnings("NullAway.Init")
    private CompletableFuture<RunResult> sleeper;

    @SuppressWarnings("NullAway.Init")
    ListedPerson leaver;

    @BeforeEach
    void fallAsleep() throws InterruptedException {
        leaver = publishedClass(12);
        var asleep = new CountDownLatch(1);
        CLEVER.onPage("users", 3).in(district).before(() -> {
            asleep.countDown();
            await(wake);
        });
        prepare();
        CLEVER.forgetRequests();
        sleeper = CompletableFuture.supplyAsync(this::sync);
        assertThat(asleep.await(20, TimeUnit.SECONDS)).isTrue();
        org.awaitility.Awaitility.await()
                .until(() -> one(
                                "select coalesce(sum(pages), 0) from sync.run_collection where district_id = ?",
                                Long.class,
                                districtId())
                        == 6);
        silent();
        CLEVER.forgetRequests();
    }

    /** What a class does before the run begins. */
    void prepare() {}

    @AfterEach
    void wokenUpItEndsNothing() {
        var runs = rows("select * from sync.run where district_id = ? order by run_id", districtId());
        wake.countDown();
        try {
            assertThat(sleeper.join().outcome()).isEqualTo(Outcome.FAILED);
        } catch (java.util.concurrent.CompletionException e) {
            assertThat(e).hasCauseInstanceOf(RunRefused.class);
        }
        assertThat(rows("select * from sync.run where district_id = ? order by run_id", districtId()))
                .isEqualTo(runs);
    }

    void silent() {
        db.update(
                "update sync.run set heartbeat_at = now() - interval '2 minutes' where state = 'RUNNING' and district_id = ?",
                districtId());
    }

    void change(String assignments) {
        db.update("update sync.run set " + assignments + " where state = 'RUNNING' and district_id = ?", districtId());
    }

    /** The start of somebody else goes on with the run. */
    RunResult goesOn(int pagesKept) {
        var result = syncTakesOut(leaver);
        assertThat(result.report().path("claims").asInt()).isEqualTo(1);
        assertThat(result.report().path("pagesKept").asInt()).isEqualTo(pagesKept);
        return result;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
