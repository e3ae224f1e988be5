package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.galileok12.district.ScheduleChange;
import org.galileok12.district.Schedules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Quartz's triggers follow the schedules of the districts. */
class ReconcileTest extends ScheduleScenario {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Schedules schedules;

    @BeforeEach
    void onSchedule() {
        district.student("Amy Ng", district.school("North"));
        schedule(district, "0 30 2 * * ?", "America/Phoenix");
    }

    @Test
    void a_district_on_schedule_gets_a_trigger_and_reconciling_again_changes_nothing() {
        reconcile();
        var before = trigger(district);

        reconcile();

        assertThat(before).singleElement().satisfies(trigger -> {
            assertThat(trigger.get("description")).isEqualTo("0 30 2 * * ? | America/Phoenix");
            assertThat(String.valueOf(trigger.get("next")))
                    .contains(" 09:30:00")
                    .hasSize(21);
        });
        assertThat(trigger(district)).isEqualTo(before);
        assertThat(nextRun()).endsWith("09:30:00");
    }

    @Test
    void a_changed_cron_time_zone_or_blackout_changes_the_trigger() {
        reconcile();

        db.update("update sync.connection set cron = '0 45 2 * * ?' where clever_id = ?", district.id());
        reconcile();
        assertThat(nextRun()).endsWith("09:45:00");

        db.update("update sync.connection set time_zone = 'Pacific/Honolulu' where clever_id = ?", district.id());
        reconcile();
        assertThat(nextRun()).endsWith("12:45:00");

        db.update("insert into sync.blackout values (?, current_date - 1, current_date + 20)", districtId());
        reconcile();
        assertThat(one(
                        "select next_run_at > now() + interval '20 days' from sync.next_run where clever_id = ?",
                        Boolean.class,
                        district.id()))
                .isTrue();
    }

    @Test
    void who_is_paused_disconnected_or_not_taken_on_yet_has_no_trigger() {
        for (var change : new String[] {
            "paused_at = now()", "disconnected_at = now()", "purged_at = now()", "onboarding = 'ready'"
        }) {
            db.update(
                    "update sync.connection set paused_at = null, disconnected_at = null, purged_at = null, onboarding = 'scheduled' where clever_id = ?",
                    district.id());
            reconcile();
            assertThat(trigger(district)).hasSize(1);

            db.update("update sync.connection set " + change + " where clever_id = ?", district.id());
            assertThat(rows("select 1 from sync.next_run where clever_id = ?", district.id()))
                    .as(change)
                    .isEmpty();
            reconcile();

            assertThat(trigger(district)).as(change).isEmpty();
        }
        db.update("update sync.connection set purged_at = null where clever_id = ?", district.id());
    }

    @Test
    void a_person_who_changes_one_schedule_changes_no_other() {
        var other = CLEVER.district("Other beside " + district.id());
        schedule(other, "0 30 2 * * ?", "UTC");
        reconcile();
        db.update("update sync.connection set cron = '0 45 2 * * ?' where clever_id = ?", other.id());

        schedules.change(
                district.id(),
                ScheduleChange.of("0 15 3 * * ?", null, null, List.of(), List.of(), Clock.systemUTC()),
                "Olga Ops");

        assertThat(trigger(district).get(0).get("description")).asString().startsWith("0 15 3");
        assertThat(trigger(other).get(0).get("description")).asString().startsWith("0 30 2");
    }

    @Test
    void a_trigger_that_is_due_is_left_until_it_has_fired() {
        reconcile();
        db.update(
                "update sync.qrtz_triggers set next_fire_time = 1000 where trigger_group = 'district' and trigger_name = ?",
                district.id());
        db.update("update sync.connection set cron = '0 45 2 * * ?' where clever_id = ?", district.id());

        reconcile();
        assertThat(trigger(district).get(0).get("description")).asString().startsWith("0 30 2");
    }

    @Test
    void two_nodes_reconcile_at_once_and_each_district_has_one_trigger() {
        for (int i = 0; i < 20; i++) {
            schedule(CLEVER.district("Reconciled " + i + " beside " + district.id()), "0 30 2 * * ?", "UTC");
        }
        var first = CompletableFuture.runAsync(this::reconcile);
        var second = CompletableFuture.runAsync(this::reconcile);
        CompletableFuture.allOf(first, second).join();

        assertThat(one("select count(*) from sync.qrtz_triggers where trigger_group = 'district'", Long.class))
                .isEqualTo(21);
    }

    @Test
    void a_schedule_that_somebody_broke_in_the_database_keeps_no_other_from_its_trigger() {
        var broken = CLEVER.district("Broken beside " + district.id());
        schedule(broken, "every night", "UTC");
        var elsewhere = CLEVER.district("Elsewhere beside " + district.id());
        schedule(elsewhere, "0 30 2 * * ?", "America/Nowhere");

        reconcile();

        assertThat(trigger(district)).hasSize(1);
        assertThat(trigger(broken)).isEmpty();
        assertThat(trigger(elsewhere)).isEmpty();
    }

    @Test
    void a_schedule_that_has_come_to_its_end_has_no_trigger_and_is_no_trouble() {
        db.update("update sync.connection set cron = '0 0 2 1 1 ? 2020' where clever_id = ?", district.id());

        reconcile();

        assertThat(trigger(district)).isEmpty();
        assertThat(rows("select 1 from sync.next_run where clever_id = ? and next_run_at is null", district.id()))
                .hasSize(1);
    }

    @Test
    void without_a_cron_of_its_own_it_is_spread_over_the_night_of_its_state() {
        db.update("update sync.connection set cron = null, time_zone = null where clever_id = ?", district.id());
        syncDone();
        assertThat(one("select us_state from sync.connection where clever_id = ?", String.class, district.id()))
                .isEqualTo("CA");

        reconcile();

        assertThat(trigger(district).get(0).get("description"))
                .asString()
                .matches("\\d+ \\d+ [123] \\* \\* \\? \\| America/Los_Angeles");
    }

    @Test
    void thirteen_thousand_districts_are_spread_evenly_over_three_hours() {
        assertThat(rows("""
                select ('x' || substr(md5(lpad(to_hex(n * 7919), 24, '0')), 1, 7))::bit(28)::integer % 10800 / 900 as quarter, count(*)
                from generate_series(1, 13000) n group by 1 having count(*) not between 950 and 1220
                """)).isEmpty();
    }

    @Test
    void thirteen_thousand_districts_of_which_nothing_changed_are_compared_in_a_moment() {
        db.update("""
                insert into sync.connection (clever_id, onboarding)
                select '99' || lpad(to_hex(n), 22, '0'), 'scheduled' from generate_series(1, 13000) n
                """);
        db.update("""
                insert into sync.qrtz_triggers (sched_name, trigger_name, trigger_group, job_name, job_group, description,
                  next_fire_time, priority, trigger_state, trigger_type, start_time)
                select 'galileo-districts', clever_id, 'district', 'run', 'district-sync', cron || ' | ' || time_zone,
                  4102444800000, 5, 'WAITING', 'LOCAL', 0
                from sync.schedules('', '{}', 'UTC') where clever_id like '99%'
                """);
        try {
            reconcile();
            var begin = System.nanoTime();

            reconcile();

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
            assertThat(one(
                            "select count(*) from sync.qrtz_triggers where trigger_name like '99%' and trigger_type = 'LOCAL'",
                            Long.class))
                    .isEqualTo(13_000);
        } finally {
            db.update("delete from sync.qrtz_triggers where trigger_name like '99%'");
            db.update("delete from sync.connection where clever_id like '99%'");
        }
    }

    private String nextRun() {
        return one(
                "select to_char(next_run_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') from sync.next_run where clever_id = ?",
                String.class,
                district.id());
    }

    private void reconcile() {
        assertThat(camel.send("direct:reconcile", exchange -> {}).getException())
                .isNull();
    }
}
