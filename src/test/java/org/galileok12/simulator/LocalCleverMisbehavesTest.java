package org.galileok12.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether everything that the cases of signing in need to go wrong does go wrong, and is well again after that. */
class LocalCleverMisbehavesTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final LocalClever clever = LocalClever.start(0, SetClock.at(NOON));
    private final SigningIn browser = new SigningIn(clever);
    private final SignIn signIn = clever.signIn();
    private ListedPerson ruth = clever.district("Springfield").teacher("Ruth Okafor");

    @BeforeEach
    void an_application_with_open_id_connect() {
        clever.reset();
        SchoolDistrict springfield = clever.district("Springfield");
        ruth = springfield.teacher("Ruth Okafor", springfield.school("North")).alsoStaff("Dean");
        signIn.redirectUris(SigningIn.BACK).as(ruth).oidc(true);
    }

    @AfterAll
    static void stop() {
        clever.close();
    }

    @Test
    void what_is_wrong_with_the_redirect_is_wrong_once() {
        signIn.onRedirect().withoutState();
        signIn.onRedirect().state("another");
        signIn.onRedirect().error("access_denied").with("error_description", "<script>");
        signIn.onRedirect().errorWithoutState("unauthorized-user");

        assertThat(redirected()).containsKey("code").doesNotContainKey("state");
        assertThat(redirected()).containsEntry("state", "another");
        assertThat(redirected()).containsEntry("error_description", "<script>").containsKey("state");
        assertThat(redirected()).containsOnlyKeys("error");
        assertThat(redirected()).containsEntry("state", "s&t/t+e").doesNotContainKey("error");
    }

    @ParameterizedTest
    @EnumSource(
            value = SignInCall.class,
            names = {"TOKEN", "ME", "USER", "USERINFO", "DISCOVERY", "KEYS"})
    void any_call_can_be_answered_with_something_else(SignInCall call) {
        signIn.on(call).answer(503);
        signIn.on(call).html();
        signIn.on(call).body("{}");

        assertThat(called(call).statusCode()).isEqualTo(503);
        assertThat(called(call).headers().firstValue("content-type")).contains("text/html; charset=utf-8");
        assertThat(called(call).body()).isEqualTo("{}");
        assertThat(called(call).body().length()).isGreaterThan(2);
        assertThat(signIn.calls(call)).isGreaterThanOrEqualTo(4);
    }

    @Test
    void an_answer_can_be_changed_in_part() {
        signIn.on(SignInCall.TOKEN)
                .changed(answer -> answer.put("refresh_token", "r").put("access_token", 123));
        signIn.on(SignInCall.TOKEN).answer(302, Map.of("location", "https://evil.example/"), "");

        JsonNode changed = Asking.parsed(called(SignInCall.TOKEN).body());

        assertThat(changed.path("access_token").isNumber()).isTrue();
        assertThat(changed.path("refresh_token").asText()).isEqualTo("r");
        assertThat(called(SignInCall.TOKEN).headers().firstValue("location")).contains("https://evil.example/");
    }

    @Test
    @Timeout(30)
    void a_hundred_calls_that_hang_keep_no_other_waiting_and_end_with_the_server() {
        try (LocalClever hanging = LocalClever.start()) {
            hanging.signIn().on(SignInCall.TOKEN).hanging().always();
            var client = HttpClient.newHttpClient();
            var request = HttpRequest.newBuilder(URI.create(hanging.url() + "/oauth/tokens"))
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            var waiting = IntStream.range(0, 100)
                    .mapToObj(i -> client.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
                    .toList();
            Awaitility.await().until(() -> hanging.signIn().calls(SignInCall.TOKEN) == 100);

            assertThat(new SigningIn(hanging).get("/oauth/certs").statusCode()).isEqualTo(200);
            assertThat(waiting).noneMatch(CompletableFuture::isDone);
        }
    }

    @Test
    void an_id_token_has_clevers_claims_and_a_signature_that_its_keys_verify() throws Exception {
        String answer = browser.exchange(browser.code(Map.of("nonce", "n1"))).body();
        JsonNode claims = browser.part(answer, 1);

        assertThat(verifies(answer)).isTrue();
        assertThat(claims.path("iss").asText()).isEqualTo(clever.url());
        assertThat(claims.path("sub").asText()).isEqualTo(ruth.id());
        assertThat(claims.path("multi_role_user_id").asText()).isEqualTo(ruth.id());
        assertThat(claims.path("user_id").asText()).hasSize(24).isNotEqualTo(ruth.id());
        assertThat(claims.path("aud").asText()).isEqualTo(LocalClever.CLIENT_ID);
        assertThat(claims.path("nonce").asText()).isEqualTo("n1");
        assertThat(claims.path("iat").asLong()).isEqualTo(NOON.getEpochSecond());
        assertThat(claims.path("exp").asLong())
                .isEqualTo(NOON.plus(Duration.ofHours(1)).getEpochSecond());
        assertThat(claims.path("user_type").asText()).isEqualTo("teacher");
        assertThat(browser.get("/.well-known/openid-configuration").body()).contains(clever.url() + "/oauth/certs");
    }

    @Test
    void claims_and_header_can_be_anything() {
        signIn.onIdToken()
                .claim("aud", List.of("a", "b"))
                .without("nonce")
                .moment("exp", Duration.ofMinutes(-2))
                .header("jku", signIn.attackersKeys())
                .header("kid", null);

        String answer = browser.exchange(browser.code(Map.of("nonce", "n1"))).body();

        assertThat(browser.part(answer, 1).path("aud")).hasSize(2);
        assertThat(browser.part(answer, 1).has("nonce")).isFalse();
        assertThat(browser.part(answer, 1).path("exp").asLong()).isEqualTo(NOON.getEpochSecond() - 120);
        assertThat(browser.part(answer, 0).has("kid")).isFalse();
        assertThat(browser.part(answer, 0).path("jku").asText()).isEqualTo(clever.url() + "/attacker/keys");
    }

    @Test
    void signatures_can_be_bad_in_every_way() throws Exception {
        signIn.onIdToken().unsigned();
        assertThat(tokenOf(browser.exchange(browser.code(Map.of())).body())).endsWith(".");

        signIn.onIdToken().signedWithThePublicKey();
        String confused = browser.exchange(browser.code(Map.of())).body();
        assertThat(browser.part(confused, 0).path("alg").asText()).isEqualTo("HS256");

        signIn.onIdToken().badSignature();
        assertThat(verifies(browser.exchange(browser.code(Map.of())).body())).isFalse();
        signIn.onIdToken().signedByAnotherKey();
        assertThat(verifies(browser.exchange(browser.code(Map.of())).body())).isFalse();
        signIn.onIdToken().withItsOwnKey();
        String embedded = browser.exchange(browser.code(Map.of())).body();
        RSAKey own = RSAKey.parse(browser.part(embedded, 0).path("jwk").toString());
        assertThat(own.isPrivate()).isFalse();
        assertThat(SignedJWT.parse(tokenOf(embedded)).verify(new RSASSAVerifier(own)))
                .isTrue();
        assertThat(verifies(browser.exchange(browser.code(Map.of())).body())).isTrue();
    }

    @Test
    void an_attackers_keys_would_verify_what_the_attacker_signed() throws Exception {
        signIn.onIdToken().withKeysAt(signIn.attackersKeys());
        String answer = browser.exchange(browser.code(Map.of())).body();

        JWKSet attackers = JWKSet.parse(browser.get("/attacker/keys").body());

        assertThat(SignedJWT.parse(tokenOf(answer)).verify(verifier(attackers, 0)))
                .isTrue();
        assertThatThrownBy(() -> published(browser.part(answer, 0).path("kid").asText()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_id_token_can_be_missing_or_that_of_the_login_before() {
        String before = tokenOf(browser.exchange(browser.code(Map.of())).body());
        signIn.onIdToken().replayed();
        signIn.onIdToken().missing();

        assertThat(tokenOf(
                        browser.exchange(browser.code(Map.of("nonce", "new"))).body()))
                .isEqualTo(before);
        assertThat(browser.exchange(browser.code(Map.of())).body()).doesNotContain("id_token");
    }

    @Test
    void after_a_rotation_the_new_key_signs_and_the_old_one_is_published_until_it_is_forgotten() throws Exception {
        String old = browser.exchange(browser.code(Map.of())).body();
        signIn.rotateKeys();
        String fresh = browser.exchange(browser.code(Map.of())).body();

        assertThat(browser.part(fresh, 0).path("kid"))
                .isNotEqualTo(browser.part(old, 0).path("kid"));
        assertThat(verifies(old)).isTrue();
        assertThat(verifies(fresh)).isTrue();
        signIn.forgetOldKeys();
        assertThat(browser.get("/oauth/certs").body()).doesNotContain("\"d\"");
        assertThatThrownBy(() -> verifies(old)).isInstanceOf(IllegalStateException.class);
    }

    private Map<String, String> redirected() {
        return browser.returned(browser.authorize(Map.of()));
    }

    private HttpResponse<String> called(SignInCall call) {
        return switch (call) {
            case TOKEN -> browser.exchange(browser.code(Map.of()));
            case ME -> browser.get("/v3.1/me", "Authorization", "Bearer " + browser.token());
            case USER -> browser.get("/v3.1/users/" + ruth.id(), "Authorization", "Bearer " + browser.token());
            case USERINFO -> browser.get("/userinfo", "Authorization", "Bearer " + browser.token());
            case DISCOVERY -> browser.get("/.well-known/openid-configuration");
            case KEYS -> browser.get("/oauth/certs");
            case AUTHORIZE -> browser.authorize(Map.of());
        };
    }

    private boolean verifies(String answer) throws Exception {
        String kid = browser.part(answer, 0).path("kid").asText();
        return SignedJWT.parse(tokenOf(answer)).verify(published(kid));
    }

    private JWSVerifier published(String kid) throws Exception {
        JWKSet keys = JWKSet.parse(browser.get("/oauth/certs").body());
        for (int i = 0; i < keys.getKeys().size(); i++) {
            if (keys.getKeys().get(i).getKeyID().equals(kid)) {
                return verifier(keys, i);
            }
        }
        throw new IllegalStateException("No published key has the id " + kid + ".");
    }

    private static JWSVerifier verifier(JWKSet keys, int index) throws Exception {
        return new RSASSAVerifier(keys.getKeys().get(index).toRSAKey());
    }

    private static String tokenOf(String answer) {
        return Asking.parsed(answer).path("id_token").asText();
    }
}
