package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.galileok12.run.RunRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Clever asks a run for a long wait: one of the schedule is let go of, and any node goes on with it afterwards. */
@TestPropertySource(properties = "clever.max-wait=2s")
class ParkedRunTest extends ScheduleScenario {

    private static final Map<String, String> TEN_MINUTES = Map.of("Retry-After", "600");

    private Instant moment = Instant.EPOCH;

    @BeforeEach
    void twelveStudentsOnThreePages() {
        var north = district.school("North");
        for (int i = 1; i <= 12; i++) {
            district.student("Student" + i + " Ng", north);
        }
        schedule(district, "0 0 0 1 1 ? 2099", "UTC");
        moment = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
    }

    @Test
    void f62_a_throttled_run_of_the_schedule_is_parked_and_goes_on_from_its_last_page_when_clever_lets_it() {
        CLEVER.onPage("users", 2).in(district).answer(429, TEN_MINUTES, "");

        fire(moment);

        assertThat(runs()).containsExactly("RUNNING");
        assertThat(parkedSeconds()).isBetween(500L, 601L);
        assertThat(CLEVER.requests("users")).hasSize(2);
        look();
        assertThat(runs()).as("nobody goes on with it before").containsExactly("RUNNING");
        assertThat(CLEVER.requests("users")).hasSize(2);

        goesOnAfterTenMinutes();

        assertThat(runs()).containsExactly("DONE");
        assertThat(CLEVER.requests("users"))
                .as("the first page is not asked for again")
                .hasSize(4);
        assertThat(rows("select claims, releases, parked_until from sync.run where district_id = ?", districtId()))
                .singleElement()
                .hasToString("{claims=1, releases=1, parked_until=null}");
        assertThat(report()).contains("\"claims\": 1");
    }

    @Test
    void parked_again_and_again_it_does_not_count_as_a_run_of_which_nodes_die() {
        CLEVER.onPage("users", 2).in(district).answer(429, TEN_MINUTES, "").times(7);
        fire(moment);

        for (int i = 0; i < 7; i++) {
            assertThat(runs()).containsExactly("RUNNING");
            goesOnAfterTenMinutes();
        }

        assertThat(runs()).containsExactly("DONE");
    }

    @Test
    void who_starts_one_by_hand_meanwhile_is_told_until_when_it_waits() {
        CLEVER.onPage("users", 2).in(district).answer(429, TEN_MINUTES, "");
        fire(moment);

        assertThatThrownBy(this::sync)
                .isInstanceOf(RunRefused.class)
                .hasMessageContaining("waits until")
                .hasMessageContaining("as Clever asked");

        goesOnAfterTenMinutes();
        assertThat(runs()).containsExactly("DONE");
    }

    @Test
    void a_short_wait_holds_the_thread() {
        CLEVER.onPage("users", 2).in(district).answer(429, Map.of("Retry-After", "1"), "");

        fire(moment);

        assertThat(runs()).containsExactly("DONE");
        assertThat(one("select claims from sync.run where district_id = ?", Integer.class, districtId()))
                .isZero();
    }

    @Test
    void a_run_that_a_person_started_waits_itself_and_fails_when_that_is_too_long() {
        CLEVER.onPage("users", 2).in(district).answer(429, TEN_MINUTES, "").always();

        syncFails("THROTTLED");
    }

    @Test
    void a_run_of_yesterday_is_not_parked_any_more() {
        CLEVER.onPage("users", 2).in(district).answer(429, TEN_MINUTES, "").always();
        fire(moment);
        db.update("update sync.run set started_at = now() - interval '21 hours' where district_id = ?", districtId());

        goesOnAfterTenMinutes();

        assertThat(runs()).containsExactly("FAILED");
    }

    private long parkedSeconds() {
        return one(
                "select extract(epoch from parked_until - now())::bigint from sync.run where district_id = ?",
                Long.class,
                districtId());
    }

    /** Not always at the first look: what is still staged beside the page that was refused holds the district for a moment. */
    private void goesOnAfterTenMinutes() {
        var before = claims();
        tenMinutesPass();
        await().until(() -> {
            look();
            return claims() > before;
        });
    }

    private int claims() {
        return one("select claims from sync.run where district_id = ?", Integer.class, districtId());
    }

    private void tenMinutesPass() {
        db.update("""
                update sync.run set
                  heartbeat_at = heartbeat_at - interval '11 minutes',
                  parked_until = parked_until - interval '11 minutes'
                where district_id = ? and state = 'RUNNING'
                """, districtId());
    }

    private void look() {
        camel.send("direct:resume-run", exchange -> exchange.setVariable("district", district.id()));
    }
}
