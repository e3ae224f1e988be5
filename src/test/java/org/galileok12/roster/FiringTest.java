package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.galileok12.simulator.SetClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** What comes of a firing: one run for each moment of the schedule, or a reason why not. */
@Import(FiringTest.Morning.class)
class FiringTest extends ScheduleScenario {

    private static final Instant TWO = Instant.parse("2026-09-02T09:00:00Z");
    private static final SetClock CLOCK = SetClock.at(TWO);

    @TestConfiguration(proxyBeanMethods = false)
    static class Morning {
        @Bean
        @Primary
        Clock morning() {
            return CLOCK;
        }
    }

    @BeforeEach
    void dueAtTwoInPhoenix() {
        CLOCK.forward(Duration.between(CLOCK.instant(), TWO.plusSeconds(1)));
        district.student("Amy Ng", district.school("North"));
        schedule(district, "0 0 2 * * ?", "America/Phoenix");
    }

    @Test
    void f62_a_moment_of_the_schedule_has_one_run_however_often_it_fires() {
        fire(TWO);
        fire(TWO);
        fireAgain(TWO, TWO);
        CLOCK.forward(Duration.ofSeconds(-3600));
        fire(TWO);

        assertThat(runs()).containsExactly("DONE");
        assertThat(one("select fired_for::text from sync.run where district_id = ?", String.class, districtId()))
                .startsWith("2026-09-02 09:00:00+00");
    }

    @Test
    void f61_of_two_nodes_that_fire_for_the_same_moment_at_once_one_runs() {
        var first = CompletableFuture.runAsync(() -> fire(TWO));
        var second = CompletableFuture.runAsync(() -> fire(TWO));
        CompletableFuture.allOf(first, second).join();

        assertThat(runs()).containsExactly("DONE");
    }

    @Test
    void f62_of_nights_that_were_missed_the_last_is_made_up_and_only_once() {
        fire(TWO.minus(Duration.ofDays(2)));
        fire(TWO.minus(Duration.ofDays(1)));
        assertThat(rows("select 1 from sync.run where district_id = ?", districtId()))
                .isEmpty();

        fire(TWO);

        assertThat(runs()).containsExactly("DONE");
    }

    @Test
    void f62_a_moment_that_a_changed_schedule_only_would_have_had_stands_for_no_firing_that_waits() {
        camel.send("direct:reconcile", exchange -> {});
        var since = CLOCK.instant();
        CLOCK.forward(minutes(100));
        schedule(district, "0 0 3 * * ?", "America/Phoenix");
        db.update(
                "update sync.qrtz_triggers set start_time = ? where trigger_group = 'district' and trigger_name = ?",
                CLOCK.instant().toEpochMilli(),
                district.id());

        fireAgain(TWO, since);

        assertThat(runs()).containsExactly("DONE");
    }

    @Test
    void a_firing_whose_run_cannot_be_written_down_comes_again_and_is_then_made() {
        db.execute("alter table sync.run add constraint away check (district_id <> " + districtId() + ") not valid");
        try {
            answer(TWO);
            assertThat(again()).containsExactly(CLOCK.instant().plusSeconds(30));
        } finally {
            db.execute("alter table sync.run drop constraint away");
        }
        assertThat(rows("select 1 from sync.run where district_id = ?", districtId()))
                .isEmpty();

        answer(TWO);

        assertThat(runs()).containsExactly("DONE");
    }

    @Test
    void a_firing_that_is_refused_does_not_come_again() {
        db.update("update sync.connection set disconnected_at = now() where clever_id = ?", district.id());
        camel.send("direct:leave-refused", exchange -> exchange.setVariable("district", district.id()));

        assertThat(again()).isEmpty();
    }

    @Test
    void a_run_that_is_late_is_made_up_unless_its_schedule_says_skip() {
        CLOCK.forward(minutes(61));

        db.update("update sync.connection set misfire = 'skip' where clever_id = ?", district.id());
        fire(TWO);
        assertThat(rows("select 1 from sync.run where district_id = ?", districtId()))
                .isEmpty();

        db.update("update sync.connection set misfire = 'fire' where clever_id = ?", district.id());
        fire(TWO);
        assertThat(runs()).containsExactly("DONE");
    }

    @Test
    void a_run_that_is_not_late_yet_begins_where_the_schedule_says_skip() {
        db.update("update sync.connection set misfire = 'skip' where clever_id = ?", district.id());
        CLOCK.forward(minutes(59));

        fire(TWO);

        assertThat(runs()).containsExactly("DONE");
    }

    @Test
    void in_a_blackout_nothing_begins_not_even_what_was_due_before_it() {
        db.update("insert into sync.blackout values (?, '2026-09-02', '2026-09-05')", districtId());

        fire(TWO);
        fire(TWO.minus(Duration.ofDays(1)));

        assertThat(rows("select 1 from sync.run where district_id = ?", districtId()))
                .isEmpty();
        assertThat(again()).isEmpty();
    }

    @Test
    void who_was_paused_or_has_left_since_the_trigger_was_set_is_not_synchronised() {
        for (var change : new String[] {"paused_at = now()", "disconnected_at = now()", "onboarding = 'ready'"}) {
            db.update(
                    "update sync.connection set paused_at = null, disconnected_at = null, onboarding = 'scheduled' where clever_id = ?",
                    district.id());
            db.update("update sync.connection set " + change + " where clever_id = ?", district.id());

            fire(TWO);

            assertThat(rows("select 1 from sync.run where district_id = ?", districtId()))
                    .as(change)
                    .isEmpty();
        }
    }

    @Test
    void a_paused_district_at_clever_ends_its_run_skipped_with_the_reason() {
        district.state("paused");

        fire(TWO);

        assertThat(runs()).containsExactly("SKIPPED");
        assertThat(one("select reason from sync.run where district_id = ?", String.class, districtId()))
                .startsWith("Clever has paused the district");
    }

    @Test
    void a_dry_run_under_way_does_not_cost_the_district_its_night() {
        db.update("""
                insert into sync.run (district_id, epoch, trigger, dry_run) values (?, 1, 'command', true)
                """, districtId());

        fire(TWO);
        assertThat(runs()).containsExactly("RUNNING");
        assertThat(again()).containsExactly(CLOCK.instant().plusSeconds(30));

        db.update("update sync.run set state = 'DONE', finished_at = now() where district_id = ?", districtId());
        fire(TWO);
        assertThat(runs()).containsExactly("DONE", "DONE");
    }

    @Test
    void a_run_that_a_person_started_is_the_districts_night() {
        db.update("insert into sync.run (district_id, epoch, trigger) values (?, 1, 'command')", districtId());

        fire(TWO);

        assertThat(runs()).containsExactly("RUNNING");
        assertThat(again()).isEmpty();
        db.update("update sync.run set state = 'DONE', finished_at = now() where district_id = ?", districtId());
    }

    /** As the endpoint of Quartz hands it on. */
    private void answer(Instant firedFor) {
        assertThat(camel.send("direct:answer-firing", exchange -> {
                            exchange.setVariable("district", district.id());
                            exchange.setVariable("firedFor", firedFor);
                        })
                        .getException())
                .isNull();
    }
}
