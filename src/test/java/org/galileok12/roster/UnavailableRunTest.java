package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clever or the network fails in mid-run: tried again within bounds, then given up with the roster as it was. */
class UnavailableRunTest extends FaultScenario {

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void f06_a_burst_of_5xx_costs_retries_of_that_page_and_nothing_else(int status) {
        var leaver = publishedClass(12);
        CLEVER.forgetRequests();
        CLEVER.onPage("users", 2).answer(status).times(2);

        var result = syncTakesOut(leaver);

        assertThat(CLEVER.requests("users")).hasSize(5);
        assertThat(result.report().path("retries").asInt()).isEqualTo(2);
    }

    @Test
    void f07_5xx_for_the_whole_window_fails_the_run_and_the_roster_stays() {
        var leaver = publishedClass(12);
        CLEVER.forgetRequests();
        var outage = CLEVER.onPage("users", 2).answer(503).always();

        var result = syncFails("TRANSIENT");

        assertThat(result.reason()).contains("/v3.1/users").contains("503");
        assertThat(CLEVER.requests("users")).hasSize(1 + 3);
        outage.times(0);
        syncTakesOut(leaver);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 501})
    void f08_an_answer_that_a_repeated_call_would_not_change_fails_the_run_at_once(int status) {
        var leaver = publishedClass(12);
        CLEVER.forgetRequests();
        var broken = CLEVER.onPage("users", 2).answer(status).always();

        syncFails("CONTRACT");

        assertThat(CLEVER.requests("users")).hasSize(2);
        broken.times(0);
        syncTakesOut(leaver);
    }

    @Test
    void f14_a_refused_connection_fails_the_run_within_bounds() {
        var leaver = publishedClass(12);
        CLEVER_LINE.down();
        try {
            assertThat(syncFails("TRANSIENT").reason()).contains("could not be reached");
        } finally {
            CLEVER_LINE.up();
        }
        syncUntilDone();
        syncTakesOut(leaver);
    }

    @Test
    void f14_clever_gone_in_the_middle_of_the_walk_fails_the_run() {
        var leaver = publishedClass(12);
        CLEVER.onPage("users", 2).before(CLEVER_LINE::down);
        try {
            syncFails("TRANSIENT");
        } finally {
            CLEVER_LINE.up();
        }
        syncUntilDone();
        syncTakesOut(leaver);
    }

    @Test
    void f15_a_page_cut_short_is_read_from_its_start_again() {
        var leaver = publishedClass(12);
        CLEVER.forgetRequests();
        CLEVER.onPage("users", 2).truncated();
        CLEVER.onPage("sections", 1).reset();

        syncTakesOut(leaver);

        assertThat(CLEVER.requests("users")).hasSize(4);
        assertThat(CLEVER.requests("sections")).hasSize(2);
    }

    @Test
    void f15_a_page_that_is_always_cut_short_fails_the_run_and_nothing_of_it_counts() {
        var leaver = publishedClass(12);
        var cut = CLEVER.onPage("users", 3).truncated().always();

        syncFails("TRANSIENT");

        cut.times(0);
        syncTakesOut(leaver);
    }

    @Test
    void f17_a_page_that_trickles_in_meets_the_deadline_and_fails_the_run() {
        var leaver = publishedClass(12);
        var slow =
                CLEVER.onPage("users", 2).dribbled(100, Duration.ofSeconds(20)).always();

        assertThat(syncFails("TRANSIENT").reason()).contains("not complete after 1500 ms");

        slow.times(0);
        syncTakesOut(leaver);
    }

    @Test
    void f17_a_page_that_stalls_once_is_asked_for_again() {
        var leaver = publishedClass(12);
        CLEVER.onPage("users", 2).delayed(Duration.ofSeconds(3));

        assertThat(syncTakesOut(leaver).report().path("retries").asInt()).isEqualTo(1);
    }
}
