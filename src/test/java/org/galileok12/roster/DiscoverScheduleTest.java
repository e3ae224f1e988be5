package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** The trigger: here every second instead of every quarter of an hour. */
@TestPropertySource(properties = {"galileo.serve=true", "sync.discover-cron=0/1 * * * * ?", "clever.retries=0"})
@DirtiesContext
class DiscoverScheduleTest extends OnboardingScenario {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Scheduler scheduler;

    @Test
    void districts_are_found_without_anybody_asking_and_a_list_that_cannot_be_read_is_kept_as_such()
            throws SchedulerException {
        // More than one: what polls ask for single districts takes some of them.
        CLEVER.onAnyPage("tokens").times(3).answer(500);

        scheduler.start();

        await().atMost(Duration.ofSeconds(60)).until(() -> isHere(district));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !rows("select 1 from sync.poll where outcome = 'failed'")
                        .isEmpty());
        assertThat(rows("select reason from sync.poll where outcome = 'failed'"))
                .allSatisfy(row ->
                        assertThat(String.valueOf(row.get("reason"))).startsWith("GET /oauth/tokens was answered 500"));
    }
}
