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

/** What the service forgets by itself: here every second instead of every night. */
@TestPropertySource(
        properties = {
            "galileo.serve=true",
            "sync.retention-cron=0/1 * * * * ?",
            "sync.journal-cron=0/1 * * * * ?",
            "sync.journal-values-days=400",
            "galileo.sso.attempts-cron=0/1 * * * * ?",
            "galileo.sso.attempts-days=400"
        })
@DirtiesContext
class NightlyForgettingTest extends RetentionScenario {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Scheduler scheduler;

    @Test
    void a_district_whose_retention_time_is_over_is_purged_and_no_other() throws SchedulerException {
        district.student("Amy Ng", district.school("North"));
        syncDone();
        var gone = districtId();
        disconnectedLongAgo();
        var stays = CLEVER.district("Stays beside " + district.id());
        stays.student("Bob Ode", stays.school("South"));
        district = stays;
        syncDone();
        retention.disconnect(stays.id(), "ada");

        scheduler.start();

        await().atMost(Duration.ofSeconds(60))
                .until(() -> one(
                                "select count(*) from sync.connection where district_id = ? and purged_at is not null",
                                Long.class,
                                gone)
                        == 1);
        assertThat(rows("select 1 from galileo.person where district_id = ?", gone))
                .isEmpty();
        assertThat(rows("select 1 from galileo.person where district_id = ?", districtId()))
                .hasSize(1);
        assertThat(one(
                        "select decided_by from sync.decision where kind = 'purge' and district_id = ?",
                        String.class,
                        gone))
                .isEqualTo("retention time");
    }

    @Test
    void old_values_leave_the_journal_and_the_names_of_the_columns_stay() throws SchedulerException {
        var amy = district.student("Amy Ng", district.school("North"));
        syncDone();
        amy.named("Amaryllis Ng");
        syncDone();
        amy.named("Amelia Ng");
        var young = syncDone().runId();
        db.update(
                "update sync.journal set at = now() - interval '401 days' where district_id = ? and run_id <> ?",
                districtId(),
                young);

        scheduler.start();

        await().atMost(Duration.ofSeconds(60))
                .until(() -> rows(
                                "select 1 from sync.journal where district_id = ? and run_id <> ? and before is not null",
                                districtId(),
                                young)
                        .isEmpty());
        assertThat(rows(
                        "select action, array_to_string(columns, ',') as columns, before, after from sync.journal where district_id = ? and entity = 'person' and action = 'update' and run_id <> ?",
                        districtId(),
                        young))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("columns", "changed_at,clever_last_modified,first_name")
                        .containsEntry("before", null)
                        .containsEntry("after", null));
        assertThat(one(
                        "select before ->> 'first_name' from sync.journal where district_id = ? and run_id = ? and entity = 'person'",
                        String.class,
                        districtId(),
                        young))
                .isEqualTo("Amaryllis");
    }

    @Test
    void old_attempts_to_sign_in_are_forgotten_and_young_ones_stay() throws SchedulerException {
        db.update("""
                insert into sso.attempt (at, reason, correlation)
                values (now() - interval '401 days', 'cancelled', 'old'), (now() - interval '399 days', 'cancelled', 'young')
                """);

        scheduler.start();

        await().atMost(Duration.ofSeconds(60))
                .until(() -> rows("select 1 from sso.attempt where correlation = 'old'")
                        .isEmpty());
        assertThat(rows("select 1 from sso.attempt where correlation = 'young'"))
                .hasSize(1);
    }
}
