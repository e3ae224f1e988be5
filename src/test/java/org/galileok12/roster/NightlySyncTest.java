package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.galileok12.district.DistrictScheduler;
import org.galileok12.simulator.SchoolDistrict;
import org.junit.jupiter.api.Test;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** Triggers that Quartz really fires: here every few seconds instead of every night. */
@TestPropertySource(
        properties = {
            "galileo.serve=true",
            "sync.cron=0/3 * * * * ?",
            "sync.reconcile-cron=0/1 * * * * ?",
            "spring.quartz.properties.org.quartz.scheduler.idleWaitTime=1000",
        })
@DirtiesContext
class NightlySyncTest extends ScheduleScenario {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Scheduler housekeeping;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private DistrictScheduler districts;

    @Test
    void every_district_that_is_on_schedule_is_synchronised_without_anybody_asking_and_no_other()
            throws SchedulerException {
        district.student("Amy Ng", district.school("North"));
        var ready = CLEVER.district("Ready beside " + district.id());
        db.update(
                "insert into sync.connection (clever_id, onboarding) values (?, 'scheduled'), (?, 'ready')",
                district.id(),
                ready.id());

        assertThat(housekeeping.isStarted()).isTrue();
        assertThat(districts.scheduler().isStarted()).isTrue();
        assertThat(housekeeping.getMetaData().isJobStoreClustered()).isTrue();
        assertThat(districts.scheduler().getMetaData().isJobStoreClustered()).isTrue();
        assertThat(districts.scheduler().getMetaData().getThreadPoolSize()).isEqualTo(4);
        await().atMost(Duration.ofSeconds(60)).until(() -> done(district) == 1);
        // Clever has nothing newer: the next firings wait for it, each in place of the one before.
        await().atMost(Duration.ofSeconds(60)).until(() -> again(district).size() == 1);
        district.lastSync(java.time.Clock.systemUTC().instant());

        await().atMost(Duration.ofSeconds(60)).until(() -> done(district) >= 2);
        assertThat(rows(
                        "select fired_for from sync.run where district_id = ? group by 1 having count(*) > 1",
                        districtId()))
                .isEmpty();
        assertThat(rows(
                        "select 1 from sync.run join sync.connection using (district_id) where clever_id = ?",
                        ready.id()))
                .isEmpty();
    }

    private long done(SchoolDistrict which) {
        return one(
                "select count(*) from sync.run join sync.connection using (district_id) where clever_id = ? and state = 'DONE' and trigger = 'schedule'",
                Long.class,
                which.id());
    }
}
