package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.galileok12.run.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A node that held something back is silent between its COMMIT and the end of its run. */
@Import(RichScenario.Hook.class)
@TestPropertySource(properties = "sync.heartbeat=3600000")
class HeldResumeTest extends GuardScenario {

    private final CountDownLatch published = new CountDownLatch(1);
    private final CountDownLatch wake = new CountDownLatch(1);

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private StatementHook statements;

    @AfterEach
    void noHook() {
        wake.countDown();
        statements.reset();
    }

    @Test
    void a_published_run_that_held_something_back_is_ended_held_by_another_node_without_another_look_at_clever() {
        var north = campus("North", 30);
        var south = campus("South", 30);
        syncDone();
        south.withdraw();
        var arrival = district.student("Ann Arrival", north.school());
        sleepsBeforeItsEnd();
        var sleeper = CompletableFuture.supplyAsync(this::sync);
        awaitLatch(published);
        db.update(
                "update sync.run set heartbeat_at = now() - interval '1 hour' where state = 'RUNNING' and district_id = ?",
                districtId());
        CLEVER.forgetRequests();

        var held = syncHeld();

        assertThat(held.report().path("claims").asInt()).isEqualTo(1);
        assertThat(CLEVER.requests()).isEmpty();
        assertThat(held.reason()).contains("approve " + held.runId() + " --plan " + planOf(held));
        assertThat(waiting()).containsExactly(held.runId());
        assertThat(active("student", arrival)).isTrue();
        assertThat(south.students()).allMatch(student -> active("student", student));
        wake.countDown();
        assertThat(sleeper.join().outcome()).isNotEqualTo(Outcome.DONE);
        assertThat(one("select state from sync.run where run_id = ?", String.class, held.runId()))
                .isEqualTo("HELD");
        assertThat(approve(held).outcome()).isEqualTo(Outcome.DONE);
        assertThat(south.students()).noneMatch(student -> active("student", student));
    }

    private void sleepsBeforeItsEnd() {
        var first = new AtomicBoolean(true);
        statements.before(statement -> {
            if (statement.equals("finish-run.sql") && first.compareAndSet(true, false)) {
                published.countDown();
                awaitLatch(wake);
            }
        });
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
