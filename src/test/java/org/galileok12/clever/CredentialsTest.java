package org.galileok12.clever;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.github.tomakehurst.wiremock.client.BasicCredentials;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class CredentialsTest extends CleverRouteTest {

    private static final String ROTATED = "token-canary-2";

    @Test
    void f10_a_401_at_the_first_page_reads_the_token_again_once_and_the_same_token_is_the_end() {
        usersAnswer(status(401));

        assertThat(failureOfUsers())
                .isExactlyInstanceOf(CleverRefused.class)
                .hasMessageContaining("answered 401")
                .hasMessageContaining("no other token");
        assertThat(calls(USERS)).isEqualTo(1);
        assertThat(calls("/oauth/tokens")).isEqualTo(2);
    }

    @Test
    void f11_a_token_revoked_in_mid_run_is_looked_for_once_more_and_then_wiped() {
        usersAnswer(ok(), status(401));
        assertDone(getUsers());
        CLEVER.stubFor(get(urlPathEqualTo("/oauth/tokens")).willReturn(okJson("{\"data\":[],\"links\":[]}")));

        assertThat(failureOfUsers()).isExactlyInstanceOf(CleverRefused.class).hasMessageContaining("no token");

        assertThat(calls(USERS)).isEqualTo(2);
        assertThat(calls("/oauth/tokens")).isEqualTo(2);
        assertThat(tokens.unknown(DISTRICT)).isTrue();
    }

    @Test
    void f12_a_rotated_token_is_found_and_the_call_repeated_with_it() {
        assertDone(send("direct:clever-token", Map.of()));
        listToken(ROTATED);
        CLEVER.stubFor(get(urlPathEqualTo(USERS)).atPriority(9).willReturn(status(401)));
        CLEVER.stubFor(get(urlPathEqualTo(USERS))
                .withHeader("Authorization", equalTo("Bearer " + ROTATED))
                .willReturn(ok()));

        assertDone(getUsers());

        assertThat(calls(USERS)).isEqualTo(2);
        assertThat(calls("/oauth/tokens")).isEqualTo(2);
        assertThat(tokens.bearer(DISTRICT)).isEqualTo(ROTATED);
    }

    @Test
    void f10_a_rotated_token_that_is_refused_too_is_the_end() {
        assertDone(send("direct:clever-token", Map.of()));
        listToken(ROTATED);
        usersAnswer(status(401));

        assertThat(failureOfUsers()).isExactlyInstanceOf(CleverRefused.class);
        assertThat(calls(USERS)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void wrong_client_credentials_are_refused_without_a_retry(int status) {
        CLEVER.stubFor(get(urlPathEqualTo("/oauth/tokens")).willReturn(status(status)));

        assertThat(failureOfUsers()).isExactlyInstanceOf(CleverRefused.class);
        assertThat(calls("/oauth/tokens")).isEqualTo(1);
        assertThat(calls(USERS)).isZero();
    }

    @Test
    void each_request_is_signed_for_its_own_purpose_and_carries_nothing_of_the_exchange() {
        usersAnswer(ok());

        camel.send("direct:clever-get", exchange -> {
            exchange.getMessage().setHeader("canary", "header");
            exchange.setVariable("district", DISTRICT);
            exchange.setVariable("cleverUri", FIRST);
        });

        CLEVER.verify(getRequestedFor(urlEqualTo(FIRST))
                .withHeader("Authorization", equalTo("Bearer " + TOKEN))
                .withHeader("User-Agent", matching("galileo-clever/[0-9].*"))
                .withHeader("canary", absent())
                .withHeader(SignedCall.DISTRICT, absent()));
        CLEVER.verify(getRequestedFor(urlEqualTo("/oauth/tokens?owner_type=district&district=" + DISTRICT))
                .withBasicAuth(new BasicCredentials("app", "secret-canary"))
                .withHeader("canary", absent()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v3.1/events/58da8a43cc70ab00017a1a87",
                "/v3.1/users/58da8a43cc70ab00017a1a87",
                "/v3.0/users",
                "/v2.0/metrics",
                "/v3.1/users/../events",
                "//evil.example/v3.1/users",
                "@evil.example/v3.1/users",
                "/v3.1/%75sers"
            })
    void only_the_documented_lists_are_ever_requested(String uri) {
        assertDone(send("direct:clever-token", Map.of()));

        var failure = send("direct:clever-get", Map.of("cleverUri", uri)).getException();

        assertThat(failure).isNotNull();
        assertThat(CLEVER.getAllServeEvents()).hasSize(1);
    }

    @Test
    void no_token_or_secret_is_in_a_log_line_or_in_the_exchange() {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var log = new ListAppender<ILoggingEvent>();
        Level before = root.getLevel();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.DEBUG);
        try {
            usersAnswer(status(500), status(401), ok());
            Exchange token = send("direct:clever-token", Map.of());
            Exchange users = getUsers();
            Exchange districts = send("direct:clever-districts", Map.of());

            for (Exchange exchange : List.of(token, users, districts)) {
                assertThat("" + exchange.getMessage().getBody()
                                + exchange.getMessage().getHeaders()
                                + exchange.getVariables()
                                + exchange.getProperties())
                        .doesNotContain("canary");
            }
        } finally {
            root.setLevel(before);
            root.detachAppender(log);
        }
        assertThat(log.list)
                .filteredOn(event -> !event.getLoggerName().startsWith("org.wiremock")
                        && !event.getThreadName().startsWith("qtp"))
                .hasSizeGreaterThan(20)
                .noneMatch(event -> event.getFormattedMessage().contains("canary"));
    }
}
