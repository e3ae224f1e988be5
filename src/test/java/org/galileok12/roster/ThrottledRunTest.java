package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.galileok12.simulator.ListedPerson;
import org.junit.jupiter.api.Test;

/** Clever asks a run to slow down: it waits as long as it is told, asks for the same page again and goes on. */
class ThrottledRunTest extends FaultScenario {

    private static final String DATE = DateTimeFormatter.RFC_1123_DATE_TIME.format(
            Instant.parse("2026-08-04T12:00:00Z").atZone(ZoneOffset.UTC));
    private static final String A_SECOND_LATER = DateTimeFormatter.RFC_1123_DATE_TIME.format(
            Instant.parse("2026-08-04T12:00:01Z").atZone(ZoneOffset.UTC));

    @Test
    void f01_a_429_with_retry_after_in_seconds_is_waited_out_and_the_same_page_asked_again() {
        assertThat(millisOfRunMeeting(Map.of("Retry-After", "1"))).isGreaterThanOrEqualTo(1000);
    }

    @Test
    void f02_a_429_with_retry_after_as_a_date_is_waited_out_and_the_same_page_asked_again() {
        assertThat(millisOfRunMeeting(Map.of("Date", DATE, "Retry-After", A_SECOND_LATER)))
                .isGreaterThanOrEqualTo(1000);
    }

    @Test
    void f03_a_429_with_only_the_end_of_clevers_window_is_waited_out_and_the_same_page_asked_again() {
        var leaver = publishedClass(12);
        // Only now: the window must not pass while the class is made.
        var end = Clock.systemUTC().instant().getEpochSecond() + 3;

        var waited = millisOfRunMeeting(
                leaver, Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", String.valueOf(end)));

        assertThat(waited).isPositive();
        assertThat(Clock.systemUTC().instant().getEpochSecond()).isGreaterThanOrEqualTo(end);
    }

    @Test
    void f04_a_429_that_says_nothing_is_asked_again_after_pauses_of_our_own() {
        assertThat(millisOfRunMeeting(
                        Map.of("X-RateLimit-Limit", "", "X-RateLimit-Remaining", "", "X-RateLimit-Reset", "")))
                .isPositive();
    }

    /** How long the run says that it waited. */
    private long millisOfRunMeeting(Map<String, String> headers) {
        return millisOfRunMeeting(publishedClass(12), headers);
    }

    private long millisOfRunMeeting(ListedPerson leaver, Map<String, String> headers) {
        CLEVER.forgetRequests();
        CLEVER.onPage("users", 2).answer(429, headers, "");

        var result = syncTakesOut(leaver);

        assertThat(CLEVER.requests("users")).hasSize(4);
        assertThat(CLEVER.requests("users").get(2).query())
                .isEqualTo(CLEVER.requests("users").get(1).query());
        assertThat(result.report().path("waits").asInt()).isPositive();
        return result.report().path("waitedMillis").asLong();
    }
}
