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

/** The trigger: here every second instead of every 15 minutes. */
@TestPropertySource(properties = {"galileo.serve=true", "sync.cron=0 0 0 1 1 ? 2099", "sync.events-cron=0/1 * * * * ?"})
@DirtiesContext
class EventsScheduleTest extends EventsScenario {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Scheduler scheduler;

    @Test
    void a_district_that_is_followed_is_looked_at_without_anybody_asking_and_no_other() throws SchedulerException {
        var amy = district.student("Amy Ng", district.school("North"));
        followed();
        var followed = district;
        district = CLEVER.district("Not followed");
        var ben = district.student("Ben Ode", district.school("South"));
        district.events().on();
        syncDone();
        amy.grade("9");
        ben.grade("9");

        if (!scheduler.isStarted()) {
            scheduler.start();
        }

        await().atMost(Duration.ofSeconds(30)).until(() -> !rows("""
                                select 1 from galileo.student join galileo.person using (district_id, id)
                                where clever_id = ? and grade = '9'
                                """, amy.id()).isEmpty());
        assertThat(column("student", "grade", ben)).isEqualTo("5");
        district = followed;
    }
}
