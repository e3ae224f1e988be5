package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.galileok12.run.Outcome;
import org.galileok12.run.Progress;
import org.galileok12.run.RunRefused;
import org.galileok12.run.RunResult;
import org.galileok12.simulator.SchoolDistrict;
import org.junit.jupiter.api.Test;

/** Runs at the same time: of two districts, and of one. */
class RunsBesideEachOtherTest extends RichScenario {

    @Test
    void two_districts_at_once_do_not_touch_each_other() {
        var other = CLEVER.district("Beside");
        var rich = new RichDistrict(district);
        var otherRich = new RichDistrict(other);
        both(other);
        rich.changeEverything();
        otherRich.student(3).remove();

        var results = both(other);

        assertThat(results[0].report().path("entities"))
                .isNotEqualTo(results[1].report().path("entities"));
        for (var result : results) {
            assertThat(result.outcome()).isEqualTo(Outcome.DONE);
        }
        assertThat(count(results[1], "person", "deactivated")).isEqualTo(1);
        assertThat(count(results[1], "person", "updated")).isZero();
        assertThat(rows("""
                        select p.clever_id from galileo.person p
                        join sync.connection c using (district_id)
                        where left(p.clever_id, 18) <> left(c.clever_id, 18) and c.clever_id in (?, ?)
                        """, district.id(), other.id())).isEmpty();
        assertThat(rows("""
                        select 1 from sync.journal j
                        join sync.run r using (run_id)
                        where j.district_id <> r.district_id
                        """)).isEmpty();
    }

    @Test
    void of_two_starts_for_one_district_at_once_one_runs_and_the_other_is_refused_with_a_sentence() {
        new RichDistrict(district);
        var refused = new CountDownLatch(1);
        // Whichever run got the district is kept in its walk until the other one has its answer.
        CLEVER.onPage("users", 1).before(() -> arrived(refused));

        var first = start(district, refused);
        var second = start(district, refused);

        var one = first.exceptionally(failure -> null).join();
        var two = second.exceptionally(failure -> null).join();
        assertThat((one == null) != (two == null)).as("exactly one ran").isTrue();
        assertThat((one == null ? two : one).outcome()).isEqualTo(Outcome.DONE);
        assertThat(one == null ? first : second)
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingRootCause()
                .isInstanceOf(RunRefused.class)
                .withMessageMatching("Run \\d+ of district [0-9a-f]{24} is under way since .*");
        assertThat(runStates()).containsExactly("DONE");
    }

    /** Neither gets its first page of users before the other has asked for its own. */
    private RunResult[] both(SchoolDistrict other) {
        var both = new CountDownLatch(2);
        for (var each : new SchoolDistrict[] {district, other}) {
            CLEVER.onPage("users", 1).in(each).before(() -> {
                both.countDown();
                arrived(both);
            });
        }
        var one = start(district, new CountDownLatch(1));
        var two = start(other, new CountDownLatch(1));
        var results = new RunResult[] {one.join(), two.join()};
        assertThat(both.getCount()).isZero();
        return results;
    }

    private CompletableFuture<RunResult> start(SchoolDistrict which, CountDownLatch refused) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return districtSync.sync(which.id(), false, Progress.NONE);
            } catch (RunRefused e) {
                refused.countDown();
                throw e;
            }
        });
    }

    private static void arrived(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
