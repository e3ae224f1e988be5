package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.galileok12.command.ReportPrinter;
import org.galileok12.run.Outcome;
import org.galileok12.run.RunResult;
import org.galileok12.simulator.SetClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** A run waits for Clever to have synced the district since our last snapshot; no thread waits, and not for ever. */
@Import(FreshnessTest.Night.class)
class FreshnessTest extends ScheduleScenario {

    private static final Instant TWO = Instant.parse("2026-09-02T09:00:00Z");
    private static final Instant YESTERDAY = Instant.parse("2026-09-01T05:00:00Z");
    private static final SetClock CLOCK = SetClock.at(TWO);

    @TestConfiguration(proxyBeanMethods = false)
    static class Night {
        @Bean
        @Primary
        Clock night() {
            return CLOCK;
        }
    }

    @BeforeEach
    void publishedYesterday() {
        CLOCK.forward(Duration.between(CLOCK.instant(), TWO.plusSeconds(1)));
        district.student("Amy Ng", district.school("North"));
        district.lastSync(YESTERDAY);
        schedule(district, "0 0 2 * * ?", "America/Phoenix");
        syncDone();
    }

    @Test
    void a_run_begins_at_once_when_clever_has_synced_the_district_since() {
        district.lastSync(YESTERDAY.plus(Duration.ofDays(1)));

        fire(TWO);

        assertThat(runs()).containsExactly("DONE", "DONE");
        assertThat(report()).doesNotContain("freshness");
        assertThat(again()).isEmpty();
    }

    @Test
    void a_dry_run_that_begins_while_clever_is_asked_does_not_cost_the_district_its_night() {
        district.lastSync(YESTERDAY.plus(Duration.ofDays(1)));
        CLEVER.onPage("districts", 1)
                .in(district)
                .before(() -> db.update(
                        "insert into sync.run (district_id, epoch, trigger, dry_run) values (?, 1, 'command', true)",
                        districtId()));

        var firing = camel.send("direct:answer-firing", exchange -> {
            exchange.setVariable("district", district.id());
            exchange.setVariable("firedFor", TWO);
        });

        assertThat(firing.getException()).isNull();
        assertThat(again()).containsExactly(CLOCK.instant().plusSeconds(30));
        db.update(
                "update sync.run set state = 'DONE', finished_at = now() where dry_run and district_id = ?",
                districtId());
        fire(TWO);
        assertThat(runs()).containsExactly("DONE", "DONE", "DONE");
    }

    @Test
    void a_run_waits_without_a_thread_until_clever_has_and_says_for_how_long() {
        fire(TWO);
        assertThat(runs()).containsExactly("DONE");
        assertThat(again()).containsExactly(CLOCK.instant().plus(minutes(15)));
        var since = CLOCK.instant();

        CLOCK.forward(minutes(15));
        fireAgain(TWO, since);
        assertThat(runs()).containsExactly("DONE");
        assertThat(again()).containsExactly(CLOCK.instant().plus(minutes(15)));

        CLOCK.forward(minutes(15));
        district.lastSync(YESTERDAY.plus(Duration.ofDays(1)));
        fireAgain(TWO, since);
        assertThat(runs()).containsExactly("DONE", "DONE");
        assertThat(report()).contains("\"freshness\": {\"inVain\": false, \"waitedSeconds\": 1800}");
        assertThat(printed()).contains("Waited 30 minutes until Clever had synced the district\n");
    }

    @Test
    void when_clever_does_not_sync_the_district_the_run_is_made_all_the_same_and_says_so() {
        var since = CLOCK.instant();
        CLOCK.forward(minutes(115));
        fireAgain(TWO, since);
        assertThat(again()).as("the last look is at the limit").containsExactly(since.plus(minutes(120)));

        CLOCK.forward(minutes(5));
        fireAgain(TWO, since);

        assertThat(runs()).containsExactly("DONE", "DONE");
        assertThat(report()).contains("\"freshness\": {\"inVain\": true, \"waitedSeconds\": 7200}");
        assertThat(printed())
                .contains(
                        "Waited 120 minutes for Clever to sync the district; it did not, and the run was made all the same\n");
        assertThat(one(
                        "select not_fresh from sync.run where fired_for is not null and district_id = ?",
                        Boolean.class,
                        districtId()))
                .isTrue();
    }

    @Test
    void a_district_that_is_due_every_hour_waits_no_longer_than_another() {
        schedule(district, "0 0 * * * ?", "America/Phoenix");
        fire(TWO);
        CLOCK.forward(minutes(60));
        fire(TWO.plus(minutes(60)));
        assertThat(runs()).containsExactly("DONE");

        CLOCK.forward(minutes(60));
        fire(TWO.plus(minutes(120)));

        assertThat(runs()).containsExactly("DONE", "DONE");
        assertThat(report()).contains("\"freshness\": {\"inVain\": true, \"waitedSeconds\": 7200}");
    }

    @Test
    void a_run_waits_where_the_schedule_says_skip_too() {
        db.update("update sync.connection set misfire = 'skip' where clever_id = ?", district.id());
        var since = CLOCK.instant();
        CLOCK.forward(minutes(90));
        district.lastSync(YESTERDAY.plus(Duration.ofDays(1)));

        fireAgain(TWO, since);

        assertThat(runs()).containsExactly("DONE", "DONE");
    }

    @Test
    void a_district_of_which_clever_does_not_say_when_it_was_synced_is_not_waited_for() {
        district.lastSync(null);

        fire(TWO);

        assertThat(runs()).hasSize(2);
    }

    @Test
    void a_paused_district_is_not_waited_for() {
        district.state("paused");

        fire(TWO);

        assertThat(runs()).containsExactly("DONE", "SKIPPED");
    }

    @Test
    void when_clever_does_not_answer_it_is_the_run_that_fails() {
        CLEVER.onPage("districts", 1).in(district).answer(500).always();

        fire(TWO);

        assertThat(runs()).containsExactly("DONE", "FAILED");
    }

    @Test
    void who_starts_a_run_by_hand_does_not_wait() {
        syncDone();

        assertThat(runs()).containsExactly("DONE", "DONE");
    }

    @Test
    void a_run_whose_node_is_silent_is_gone_on_with_and_not_waited_for() {
        db.update(
                "insert into sync.run (district_id, epoch, trigger, heartbeat_at) values (?, 1, 'schedule', now() - interval '1 hour')",
                districtId());

        fire(TWO);

        assertThat(runs()).containsExactly("DONE", "DONE");
    }

    private String printed() {
        var text = new StringWriter();
        try {
            var report = new com.fasterxml.jackson.databind.ObjectMapper().readTree(report());
            new ReportPrinter(new PrintWriter(text, true))
                    .print(new RunResult(district.id(), 1, Outcome.DONE, null, report));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("A stored report is not JSON.", e);
        }
        return text.toString();
    }
}
