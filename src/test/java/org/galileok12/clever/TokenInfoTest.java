package org.galileok12.clever;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose a district's token is, and whether there is any: without a run, and without a word of it leaving the HTTP client. */
class TokenInfoTest extends CleverRouteTest {

    private static final String INFO = "/oauth/tokeninfo";

    @Test
    void a_token_is_ours_when_clever_says_that_it_was_made_for_our_client_id() {
        answer("{\"client_id\":\"app\",\"scopes\":[\"read:students\"]}");

        assertThat(isOurs()).isEqualTo(true);

        CLEVER.verify(getRequestedFor(urlEqualTo(INFO)).withHeader("Authorization", equalTo("Bearer " + TOKEN)));
        assertThat(traffic.requests().sum()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"another", "APP", "app2"})
    void a_token_of_any_other_application_is_not(String clientId) {
        answer("{\"client_id\":\"" + clientId + "\"}");

        assertThat(isOurs()).isEqualTo(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"client_id\":\"\"}", "{\"client_id\":null}", "<html>", "{\"data\":[]}"})
    void f18_an_answer_without_a_client_id_is_no_answer(String body) {
        answer(body);

        assertThat(failure("direct:clever-token-is-ours")).isExactlyInstanceOf(ContractBroken.class);
        assertThat(calls(INFO)).isEqualTo(2);
    }

    @Test
    void a_failure_of_clever_is_tried_again_and_a_refusal_is_not() {
        CLEVER.stubFor(get(urlPathEqualTo(INFO)).willReturn(status(503)));
        assertThat(failure("direct:clever-token-is-ours")).isInstanceOf(CleverUnavailable.class);
        assertThat(calls(INFO)).isEqualTo(4);

        CLEVER.stubFor(get(urlPathEqualTo(INFO)).willReturn(status(401)));
        assertThat(failure("direct:clever-token-is-ours")).isExactlyInstanceOf(CleverRefused.class);
        assertThat(calls(INFO)).isEqualTo(5);
    }

    @Test
    void whether_clever_has_a_token_of_a_district_is_asked_without_keeping_one() {
        assertThat(hasToken().getMessage().getBody()).isEqualTo(true);
        assertThat(tokens.unknown(DISTRICT)).isTrue();

        CLEVER.stubFor(get(urlPathEqualTo("/oauth/tokens")).willReturn(okJson("{\"data\":[],\"links\":[]}")));

        assertThat(hasToken().getMessage().getBody()).isEqualTo(false);
        CLEVER.verify(getRequestedFor(urlEqualTo("/oauth/tokens?owner_type=district&district=" + DISTRICT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "{}", "{\"data\":{}}", "{\"data\":[]}"})
    void f18_a_broken_answer_does_not_mean_that_there_is_no_token(String body) {
        CLEVER.stubFor(get(urlPathEqualTo("/oauth/tokens")).willReturn(okJson(body)));

        assertThat(send("direct:clever-has-token", Map.of()).getException()).isInstanceOf(ContractBroken.class);
    }

    @Test
    void an_empty_page_that_names_a_next_one_does_not_mean_that_there_is_no_token() {
        CLEVER.stubFor(get(urlPathEqualTo("/oauth/tokens"))
                .willReturn(okJson(
                        "{\"data\":[],\"links\":[{\"rel\":\"next\",\"uri\":\"/oauth/tokens?starting_after=x\"}]}")));

        assertThat(hasToken().getMessage().getBody()).isEqualTo(true);
    }

    private static void answer(String body) {
        CLEVER.stubFor(get(urlPathEqualTo(INFO)).willReturn(okJson(body)));
    }

    private @Nullable Object isOurs() {
        assertDone(send("direct:clever-token", Map.of()));
        var exchange = send("direct:clever-token-is-ours", Map.of());
        assertDone(exchange);
        return exchange.getMessage().getBody();
    }

    private Exchange hasToken() {
        var exchange = send("direct:clever-has-token", Map.of());
        assertDone(exchange);
        return exchange;
    }

    private @Nullable Exception failure(String route) {
        assertDone(send("direct:clever-token", Map.of()));
        return send(route, Map.of()).getException();
    }
}
