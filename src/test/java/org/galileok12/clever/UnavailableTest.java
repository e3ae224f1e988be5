package org.galileok12.clever;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class UnavailableTest extends CleverRouteTest {

    @Autowired
    MeterRegistry meters;

    @Test
    void f06_a_burst_of_5xx_is_retried_and_the_same_page_read() {
        double before = counted("transient");
        usersAnswer(status(500), status(503), status(504), ok());

        assertDone(getUsers());

        assertThat(calls(USERS)).isEqualTo(4);
        assertThat(traffic.requests().sum()).isEqualTo(5);
        assertThat(traffic.retries().sum()).isEqualTo(3);
        assertThat(counted("transient") - before).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void f07_a_5xx_that_lasts_ends_after_the_retries_as_transient(int status) {
        usersAnswer(status(status).withHeader("X-Request-Id", "abc-1").withBody("canary body"));

        assertThat(failureOfUsers())
                .isInstanceOf(CleverUnavailable.class)
                .hasMessage("GET /v3.1/users was answered " + status + " (x-request-id abc-1).")
                .extracting(failure -> ((CleverException) failure).errorClass())
                .isEqualTo(ErrorClass.TRANSIENT);
        assertThat(calls(USERS)).isEqualTo(4);
    }

    @Test
    void f07_throttling_and_failures_have_budgets_of_their_own() {
        usersAnswer(status(429), status(500), status(429), status(500), status(429), status(500), ok());

        assertDone(getUsers());

        assertThat(calls(USERS)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 405, 413, 501, 505, 204, 301, 302, 307, 418})
    void f08_an_answer_that_a_repeated_call_would_not_change_is_not_repeated(int status) {
        usersAnswer(status(status).withHeader("Location", CLEVER.baseUrl() + "/v3.1/schools"));

        assertThat(failureOfUsers())
                .isExactlyInstanceOf(ContractBroken.class)
                .hasMessageContaining("answered " + status);
        assertThat(calls(USERS)).isEqualTo(1);
        assertThat(calls("/v3.1/schools")).isZero();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void f15_a_connection_that_breaks_is_tried_again_from_the_start(Fault fault) {
        CLEVER.stubFor(get(urlPathEqualTo(USERS)).willReturn(aResponse().withFault(fault)));

        assertThat(failureOfUsers()).isInstanceOf(CleverUnavailable.class);
        assertThat(calls(USERS)).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"403", "404"})
    void f13_a_collection_that_is_not_shared_is_told_apart_from_other_trouble(int status) {
        usersAnswer(status(status).withHeader("Content-Type", "text/html").withBody("<pre>Cannot GET</pre>"));

        assertThat(failureOfUsers()).isInstanceOf(CollectionUnshared.class);
        assertThat(calls(USERS)).isEqualTo(1);
        assertThat(calls("/oauth/tokens")).isEqualTo(1);
    }

    private double counted(String outcome) {
        return meters.counter("galileo.clever.calls", "outcome", outcome).count();
    }
}
