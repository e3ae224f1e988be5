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

/** The trigger: here every second instead of every night. */
@TestPropertySource(properties = {"galileo.serve=true", "sync.cron=0/1 * * * * ?"})
@DirtiesContext
class NightlySyncTest extends SyncScenario {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Scheduler scheduler;

    @Test
    void every_district_that_allows_rostering_is_synchronised_without_anybody_asking() throws SchedulerException {
        district.student("Amy Ng", district.school("North"));
        var ssoOnly = CLEVER.district("Single sign-on only").basicScopesOnly();

        if (!scheduler.isStarted()) {
            scheduler.start();
        }

        assertThat(scheduler.getMetaData().isJobStoreClustered()).isTrue();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !rows(
                                "select 1 from sync.run join sync.connection using (district_id) where clever_id = ? and state = 'DONE'",
                                district.id())
                        .isEmpty());
        assertThat(rows("select 1 from sync.connection where clever_id = ?", ssoOnly.id()))
                .isEmpty();
    }
}
