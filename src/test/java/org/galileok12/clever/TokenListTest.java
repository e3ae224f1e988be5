package org.galileok12.clever;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenListTest extends CleverRouteTest {

    private static final String OTHER = "5d0a9e5d0958b300014e49d2";
    private static final String LIST = "/oauth/tokens?owner_type=district";

    @Test
    void the_newest_token_of_the_district_wins_and_other_districts_do_not_count() {
        answerTokens(
                item(DISTRICT, "old", "2024-01-01T00:00:00Z", "read:students"),
                item(DISTRICT, "new", "2025-01-01T00:00:00Z", "read:students"),
                item(OTHER, "other", "2026-01-01T00:00:00Z", "read:students"));

        assertDone(send("direct:clever-token", Map.of()));

        assertThat(tokens.bearer(DISTRICT)).isEqualTo("new");
        assertThat(tokens.bearer(OTHER)).isNull();
    }

    @Test
    void a_token_for_single_sign_on_only_cannot_read_a_roster() {
        answerTokens(item(DISTRICT, "sso", "2024-01-01T00:00:00Z", "read:students_basic\",\"read:user_id"));

        assertThat(send("direct:clever-token", Map.of()).getException()).isInstanceOf(SecureSyncMissing.class);
    }

    @Test
    void a_district_that_is_not_in_the_list_has_not_authorised_us() {
        answerTokens(item(OTHER, "other", "2026-01-01T00:00:00Z", "read:students"), "7", "{}");

        assertThat(send("direct:clever-token", Map.of()).getException()).isExactlyInstanceOf(CleverRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"access_token\":\"canary\"", "{}", "<html>", "{\"data\":{\"access_token\":\"canary\"}}"})
    void f18_a_broken_token_list_is_not_an_empty_one(String body) {
        CLEVER.stubFor(get(urlPathEqualTo("/oauth/tokens")).willReturn(okJson(body)));

        var exchange = send("direct:clever-token", Map.of());

        assertThat(exchange.getException()).isExactlyInstanceOf(ContractBroken.class);
        assertThat("" + exchange.getMessage().getBody(String.class)).doesNotContain("canary");
        assertThat(calls("/oauth/tokens")).isEqualTo(2);
    }

    @Test
    void every_authorised_district_is_listed_once_over_all_pages() {
        CLEVER.stubFor(get(urlEqualTo(LIST))
                .willReturn(okJson(list(
                        LIST + "&starting_after=x", item(DISTRICT, "a", "2024-01-01T00:00:00Z", "read:students")))));
        CLEVER.stubFor(get(urlPathEqualTo("/oauth/tokens"))
                .withQueryParam("starting_after", equalTo("x"))
                .willReturn(okJson(list(
                        "",
                        item(DISTRICT, "b", "2025-01-01T00:00:00Z", "read:students_basic"),
                        item(OTHER, "c", "unknown", "read:sections")))));

        var exchange = camel.send("direct:clever-districts", e -> {});

        assertDone(exchange);
        assertThat(exchange.getMessage().getBody())
                .isEqualTo(List.of(
                        new AuthorisedDistrict(
                                DISTRICT, List.of("read:students_basic"), false, Instant.parse("2025-01-01T00:00:00Z")),
                        new AuthorisedDistrict(OTHER, List.of("read:sections"), true, Instant.MIN)));
        assertThat(tokens.bearer(OTHER)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {LIST, "https://evil.example/oauth/tokens?page=2", "/v3.1/users"})
    void f25_a_token_list_that_leads_nowhere_or_elsewhere_is_not_followed(String next) {
        CLEVER.stubFor(get(urlPathEqualTo("/oauth/tokens"))
                .willReturn(okJson(list(next, item(DISTRICT, "a", "2024-01-01T00:00:00Z", "read:students")))));

        assertThat(camel.send("direct:clever-districts", e -> {}).getException())
                .isExactlyInstanceOf(ContractBroken.class);
        assertThat(calls("/oauth/tokens")).isEqualTo(1);
    }

    @Test
    void the_districts_own_record_is_read() {
        answerDistricts("{\"data\":{\"id\":\"" + DISTRICT + "\",\"state\":\"running\"}}");

        var exchange = send("direct:clever-district", Map.of());

        assertDone(exchange);
        assertThat(exchange.getMessage().getBody(JsonNode.class).path("state").asText())
                .isEqualTo("running");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"data\":{\"id\":\"" + OTHER + "\"}}", "{\"data\":{}},{\"data\":{}}", "{}"})
    void a_token_that_opens_another_district_is_a_broken_contract(String records) {
        answerDistricts(records);

        assertThat(send("direct:clever-district", Map.of()).getException()).isExactlyInstanceOf(ContractBroken.class);
    }

    private static void answerDistricts(String records) {
        CLEVER.stubFor(get(urlEqualTo("/v3.1/districts")).willReturn(okJson("{\"data\":[" + records + "]}")));
    }

    private static void answerTokens(String... items) {
        CLEVER.stubFor(get(urlPathEqualTo("/oauth/tokens")).willReturn(okJson(list("", items))));
    }

    private static String list(String next, String... items) {
        String link = next.isEmpty() ? "" : ",{\"rel\":\"next\",\"uri\":\"" + next + "\"}";
        return "{\"data\":[" + String.join(",", items) + "],\"links\":[{\"rel\":\"self\",\"uri\":\"" + LIST + "\"}"
                + link + "]}";
    }

    private static String item(String district, String token, String created, String scopes) {
        return """
                {"id":"id-of-%2$s","created":"%3$s","owner":{"type":"district","id":"%1$s"},
                "access_token":"%2$s","scopes":["%4$s"]}""".formatted(district, token, created, scopes);
    }
}
