package org.galileok12.clever;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

class ThrottledTest extends CleverRouteTest {

    /** Of its own, since its window stays used up for a while. */
    private static final String OTHER_DISTRICT = "58da8a43cc70ab00017a1a88";

    @Test
    void f01_a_429_with_retry_after_seconds_is_waited_out_and_the_same_page_asked_again() {
        usersAnswer(status(429).withHeader("Retry-After", "1"), ok());

        assertDone(getUsers());

        assertThat(calls(USERS)).isEqualTo(2);
        assertThat(traffic.waitedMillis().sum()).isBetween(1000L, 1200L);
        assertThat(traffic.waits().sum()).isEqualTo(1);
    }

    @Test
    void f02_a_429_with_an_http_date_is_waited_out() {
        var now = ZonedDateTime.of(2026, 8, 1, 12, 0, 0, 0, ZoneOffset.UTC);
        usersAnswer(
                status(429)
                        .withHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now))
                        .withHeader("Retry-After", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.plusSeconds(1))),
                ok());

        assertDone(getUsers());

        assertThat(calls(USERS)).isEqualTo(2);
        assertThat(traffic.waitedMillis().sum()).isBetween(1000L, 1200L);
    }

    @Test
    void f03_a_429_with_only_clevers_reset_is_waited_out() {
        usersAnswer(status(429).withHeader("X-RateLimit-Reset", "" + secondsFromNow(2)), ok());

        assertDone(getUsers());

        assertThat(calls(USERS)).isEqualTo(2);
        assertThat(traffic.waitedMillis().sum()).isBetween(900L, 2500L);
    }

    @Test
    void f04_429s_without_headers_are_waited_out_with_growing_pauses_and_do_not_use_up_the_retries() {
        usersAnswer(IntStream.range(0, 9)
                .mapToObj(i -> i < 8 ? status(429) : ok())
                .toArray(ResponseDefinitionBuilder[]::new));

        assertDone(getUsers());

        assertThat(calls(USERS)).isEqualTo(9);
        // 5 + 10 + 6 × 20 ms, with at most a fifth of jitter
        assertThat(traffic.waitedMillis().sum()).isBetween(135L, 170L);
    }

    @Test
    void f04_waiting_for_the_rate_limit_ends_after_the_longest_permitted_wait() {
        usersAnswer(status(429).withHeader("Retry-After", "86400"));

        var failure = failureOfUsers();

        assertThat(failure)
                .isInstanceOf(Throttled.class)
                .hasMessageContaining("asks to wait 86400 s")
                .hasMessageContaining("clever.max-wait");
        assertThat(calls(USERS)).isEqualTo(2);
        assertThat(traffic.waitedMillis().sum()).isEqualTo(4000);
    }

    @Test
    void f04_a_call_of_a_run_that_can_be_parked_does_not_begin_a_long_wait() {
        usersAnswer(status(429).withHeader("Retry-After", "61"));

        var exchange = send("direct:clever-get", Map.of("district", DISTRICT, "cleverUri", FIRST, "mayPark", true));

        assertThat(exchange.getException())
                .isInstanceOfSatisfying(
                        Throttled.class, failure -> assertThat(failure.asked()).hasSeconds(61));
        assertThat(calls(USERS)).isEqualTo(1);
        assertThat(traffic.waits().sum()).isZero();
    }

    @Test
    void f04_a_call_of_a_run_that_can_be_parked_waits_when_that_is_short() {
        usersAnswer(status(429).withHeader("Retry-After", "1"), ok());

        assertDone(send("direct:clever-get", Map.of("district", DISTRICT, "cleverUri", FIRST, "mayPark", true)));

        assertThat(calls(USERS)).isEqualTo(2);
    }

    @Test
    void f03_when_the_window_is_used_up_the_next_call_waits_for_the_reset_before_it_is_sent() {
        usersAnswer(ok().withHeader("X-RateLimit-Limit", "1200")
                .withHeader("X-RateLimit-Remaining", "0")
                .withHeader("X-RateLimit-Reset", "" + secondsFromNow(2)));

        assertDone(getUsers(OTHER_DISTRICT));
        assertThat(traffic.waits().sum()).isZero();
        assertDone(getUsers(OTHER_DISTRICT));

        assertThat(calls(USERS)).isEqualTo(2);
        assertThat(traffic.waits().sum()).isEqualTo(1);
        assertThat(traffic.waitedMillis().sum()).isBetween(900L, 2100L);
    }

    private Exchange getUsers(String district) {
        CLEVER.stubFor(get(urlPathEqualTo("/oauth/tokens"))
                .willReturn(okJson(tokenList(TOKEN, "read:students").replace(DISTRICT, district))));
        return send("direct:clever-get", Map.of("district", district, "cleverUri", FIRST));
    }

    private static long secondsFromNow(int seconds) {
        return java.time.Clock.systemUTC().instant().getEpochSecond() + seconds;
    }
}
