package org.galileok12.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalCleverSignInTest {

    private static final SetClock clock = SetClock.at(Instant.parse("2026-01-05T12:00:00Z"));
    private static final LocalClever clever = LocalClever.start(0, clock);
    private final SigningIn browser = new SigningIn(clever);
    private final SignIn signIn = clever.signIn();
    private SchoolDistrict springfield = clever.district("Springfield");
    private ListedPerson amy = springfield.student("Amy Ng");

    @BeforeEach
    void a_district_with_a_student() {
        clever.reset();
        springfield = clever.district("Springfield");
        amy = springfield.student("Amy Ng", springfield.school("North"));
        signIn.redirectUris(SigningIn.BACK, "https://galileo.example/other").as(amy);
    }

    @AfterAll
    static void stop() {
        clever.close();
    }

    @Test
    void a_code_comes_back_with_the_state_as_it_was_sent() {
        Map<String, String> back = browser.returned(browser.authorize(Map.of()));

        assertThat(back).containsEntry("state", "s&t/t+e").containsKeys("code", "scope");
        assertThat(browser.returned(browser.authorize(Map.of("state", "")))).doesNotContainKey("state");
    }

    @ParameterizedTest
    @CsvSource({
        "client_id, someone-else",
        "client_id, ''",
        "redirect_uri, https://galileo.example/login/oauth2/code/clever/",
        "redirect_uri, https://evil.example/",
        "redirect_uri, ''",
        "response_type, token"
    })
    void a_request_that_is_not_the_applications_is_never_sent_anywhere(String parameter, String value) {
        HttpResponse<String> answer = browser.authorize(Map.of(parameter, value));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("location")).isEmpty();
        assertThat(answer.body()).doesNotContain("evil");
    }

    @Test
    void a_code_gives_a_token_once() {
        String code = browser.code(Map.of());

        HttpResponse<String> first = browser.exchange(code);
        HttpResponse<String> second = browser.exchange(code);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(Asking.parsed(first.body()).path("access_token").asText()).startsWith("il");
        assertThat(second.statusCode()).isEqualTo(400);
        assertThat(Asking.parsed(second.body()).path("error").asText()).isEqualTo("invalid_grant");
        assertThat(signIn.calls(SignInCall.TOKEN)).isEqualTo(2);
    }

    @Test
    void a_code_is_good_for_less_than_a_minute() {
        String quick = browser.code(Map.of());
        clock.forward(Duration.ofSeconds(59));
        assertThat(browser.exchange(quick).statusCode()).isEqualTo(200);

        String slow = browser.code(Map.of());
        clock.forward(Duration.ofSeconds(60));
        assertThat(browser.exchange(slow).statusCode()).isEqualTo(400);
    }

    @Test
    void a_code_is_bound_to_its_redirect_uri_even_if_another_is_registered() {
        String code = browser.code(Map.of());

        assertThat(browser.exchange(code, "redirect_uri", "https://galileo.example/other")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void pkce_is_checked_where_a_challenge_was_given() {
        // RFC 7636, appendix B.
        Map<String, String> challenge = Map.of(
                "code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", "code_challenge_method", "S256");
        String verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

        assertThat(browser.exchange(browser.code(challenge), "code_verifier", verifier)
                        .statusCode())
                .isEqualTo(200);
        assertThat(browser.exchange(browser.code(challenge)).statusCode()).isEqualTo(400);
        assertThat(browser.exchange(browser.code(challenge), "code_verifier", verifier + "x")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void the_token_endpoint_reads_json_too_and_wants_the_applications_credentials() {
        String body = "{\"code\":\"%s\",\"grant_type\":\"%s\",\"redirect_uri\":\"" + SigningIn.BACK + "\"}";
        String json = "application/json";

        assertThat(browser.post(
                                json,
                                body.formatted(browser.code(Map.of()), "authorization_code"),
                                Asking.basic(LocalClever.CLIENT_ID, "wrong"))
                        .body())
                .contains("invalid_client");
        assertThat(browser.post(json, body.formatted(browser.code(Map.of()), "authorization_code"), SigningIn.basic())
                        .statusCode())
                .isEqualTo(200);
        assertThat(browser.post(json, body.formatted("c", "password"), SigningIn.basic())
                        .statusCode())
                .isEqualTo(400);
        assertThat(browser.post(json, "{", SigningIn.basic()).statusCode()).isEqualTo(400);
    }

    @Test
    void a_portal_code_is_bound_to_the_primary_redirect_uri() {
        assertThat(browser.exchange(signIn.codeFor(amy)).statusCode()).isEqualTo(200);
        assertThat(browser.exchange(signIn.codeFor(amy), "redirect_uri", "https://galileo.example/other")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void an_instant_login_link_comes_back_without_state() {
        HttpResponse<String> answer = browser.get(
                "/oauth/instant-login?client_id=local-client&district_id=" + springfield.id() + "&state=is-not-echoed");

        assertThat(browser.returned(answer)).containsKey("code").doesNotContainKey("state");
    }

    @Test
    void me_and_the_user_tell_who_signed_in() {
        String token = browser.token();

        JsonNode me = Asking.parsed(bearer("/v3.0/me", token).body());
        JsonNode user =
                Asking.parsed(bearer(me.at("/links/1/uri").asText(), token).body());

        assertThat(me.at("/data/id").asText()).isEqualTo(amy.id());
        assertThat(me.at("/data/district").asText()).isEqualTo(springfield.id());
        assertThat(user.at("/data/name")).isEqualTo(amy.json().path("name"));
        assertThat(user.at("/data/roles/student").has("preferred_name")).isFalse();
        assertThat(Asking.parsed(bearer("/v3.1/users/" + amy.id(), token).body())
                        .path("data"))
                .isEqualTo(amy.json());
        assertThat(Asking.parsed(bearer("/userinfo", token).body()).path("sub").asText())
                .isEqualTo(amy.id());
        assertThat(signIn.calls(SignInCall.USER)).isEqualTo(2);
    }

    @Test
    void a_sign_in_token_opens_nothing_else() {
        String token = browser.token();
        ListedPerson bo = springfield.student("Bo Li");

        assertThat(bearer("/v3.1/users/" + bo.id(), token).statusCode()).isEqualTo(404);
        assertThat(bearer("/v3.1/users", token).statusCode()).isEqualTo(401);
        assertThat(bearer("/v3.1/districts", token).statusCode()).isEqualTo(401);
        assertThat(bearer("/v3.1/me", springfield.token()).statusCode()).isEqualTo(401);
        assertThat(bearer("/v3.1/me", "ilstranger").statusCode()).isEqualTo(401);
    }

    @Test
    void me_has_at_least_the_keys_that_clever_sent() {
        JsonNode real = recorded("me.json");
        JsonNode ours = Asking.parsed(bearer("/v3.0/me", browser.token()).body());

        assertThat(keys(ours)).containsAll(keys(real));
        assertThat(keys(ours.path("data"))).containsAll(keys(real.path("data")));
    }

    @Test
    void the_user_has_at_least_the_keys_and_links_that_clever_sent() {
        JsonNode real = recorded("user_student.json");
        JsonNode ours =
                Asking.parsed(bearer("/v3.0/users/" + amy.id(), browser.token()).body());

        assertThat(keys(ours)).isEqualTo(keys(real));
        assertThat(keys(ours.at("/data/roles/student"))).containsAll(keys(real.at("/data/roles/student")));
        assertThat(ours.path("links").findValuesAsText("rel"))
                .containsExactlyElementsOf(real.path("links").findValuesAsText("rel"));
        assertThat(keys(Asking.parsed(browser.exchange(browser.code(Map.of())).body())))
                .isEqualTo(keys(recorded("sso_code_exchange_handmade.json")));
    }

    @Test
    void somebody_who_left_the_list_can_still_sign_in_and_a_generated_person_can() {
        amy.remove();
        GeneratedRoster roster = GeneratedRoster.of(30, 5);
        clever.serve(new GeneratedDistrict(roster));

        assertThat(bearer("/v3.1/users/" + amy.id(), browser.token()).statusCode())
                .isEqualTo(200);
        signIn.as(roster.teacher(0));
        JsonNode teacher = Asking.parsed(
                bearer("/v3.1/users/" + roster.teacher(0), browser.token()).body());
        assertThat(teacher.at("/data/roles").has("teacher")).isTrue();
        assertThat(teacher.at("/data/district").asText()).isEqualTo(roster.id());
    }

    private HttpResponse<String> bearer(String path, String token) {
        return browser.get(path, "Authorization", "Bearer " + token);
    }

    private static JsonNode recorded(String file) {
        Path path = Path.of("..", "shared", "clever", "recorded", file);
        assumeTrue(Files.exists(path), "Skipped: no recorded responses of Clever beside the project.");
        try {
            return PageWriter.JSON.readTree(path.toFile()).path("body");
        } catch (IOException e) {
            throw new IllegalStateException("The recorded response " + file + " is not JSON.", e);
        }
    }

    private static Set<String> keys(JsonNode object) {
        Set<String> keys = new TreeSet<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
