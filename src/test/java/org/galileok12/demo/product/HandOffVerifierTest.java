package org.galileok12.demo.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.galileok12.demo.product.HandOffVerifier.Grade;
import org.galileok12.demo.product.HandOffVerifier.HandOffRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Each check of the sample code is alone in the way of one bad hand-off. */
class HandOffVerifierTest extends ProductScenario {

    private static final String PRODUCT = "https://galileo.example/login";

    /** A hand-off with one thing wrong, and what is said of it. */
    record Bad(String name, String reason, UnaryOperator<JWTClaimsSet.Builder> change) {

        @Override
        public String toString() {
            return name;
        }
    }

    @SuppressWarnings("NullAway.Init")
    private HandOffVerifier verifier;

    @BeforeEach
    void make() throws IOException {
        verifier = new HandOffVerifier(issuer.url(), PRODUCT, database, clock);
    }

    @Test
    void a_hand_off_says_who_comes_in() throws Exception {
        var who = verifier.verify(issuer.sign(good().claim("return_to", "/classes/3")));

        assertThat(who.personId()).isEqualTo(7);
        assertThat(who.districtId()).isEqualTo(1);
        assertThat(who.cleverId()).isEqualTo("58da8c58155b940248000007");
        assertThat(who.district()).isEqualTo("58da8a43cc70ab00017a1a87");
        assertThat(who.role()).isEqualTo("student");
        assertThat(who.grade()).isEqualTo(new Grade("6+", 6, 12));
        assertThat(who.returnTo()).isEqualTo("/classes/3");
    }

    @Test
    void a_hand_off_may_lack_grade_and_page() throws Exception {
        var who = verifier.verify(issuer.sign(
                good().claim("grade", null).claim("role", "teacher").claim("roles", List.of("staff", "teacher"))));

        assertThat(who.grade()).isNull();
        assertThat(who.returnTo()).isNull();
        assertThat(who.roles()).containsExactly("staff", "teacher");
    }

    static List<Bad> badClaims() {
        return List.of(
                new Bad("another issuer", "another issuer", claims -> claims.issuer("https://evil.example")),
                new Bad("no issuer", "another issuer", claims -> claims.issuer(null)),
                new Bad("issuer with a slash", "another issuer", claims -> claims.issuer(issuerOf(claims) + "/")),
                new Bad("another product", "another product", claims -> claims.audience("https://other.example/login")),
                new Bad(
                        "two products",
                        "another product",
                        claims -> claims.audience(List.of(PRODUCT, "https://other.example/login"))),
                new Bad("no audience", "another product", claims -> claims.audience((String) null)),
                new Bad("over", "time is over", claims -> moved(claims, -91)),
                new Bad("not yet", "time has not come", claims -> moved(claims, 31)),
                new Bad(
                        "a long life",
                        "too long",
                        claims -> claims.expirationTime(Date.from(
                                claims.build().getIssueTime().toInstant().plusSeconds(61)))),
                new Bad("no end", "a claim is missing", claims -> claims.expirationTime(null)),
                new Bad("no begin", "a claim is missing", claims -> claims.issueTime(null)),
                new Bad("no jti", "a claim is missing", claims -> claims.jwtID(null)),
                new Bad("no person", "a claim is missing", claims -> claims.subject(null)),
                new Bad("no role", "a claim is missing", claims -> claims.claim("role", null)),
                new Bad("no roles", "a claim is missing", claims -> claims.claim("roles", null)),
                new Bad("a person who is no number", "not one of", claims -> claims.subject("7 or 1=1")),
                new Bad("a role that is a list", "not one of", claims -> claims.claim("role", List.of("student"))),
                new Bad("half a grade", "not one of", claims -> claims.claim("grade", Map.of("label", "6+"))));
    }

    @ParameterizedTest
    @MethodSource("badClaims")
    void s74_a_hand_off_with_a_wrong_claim_is_refused(Bad bad) throws Exception {
        refused(issuer.sign(bad.change().apply(good())), bad.reason());
    }

    @Test
    void s74_clocks_may_differ_by_half_a_minute() throws Exception {
        assertThat(verifier.verify(issuer.sign(moved(good(), -89)))).isNotNull();
        assertThat(verifier.verify(issuer.sign(moved(good(), 30)))).isNotNull();
    }

    @Test
    void s74_a_signature_of_any_other_key_is_refused() throws Exception {
        refused(issuer.sign(good(), Issuer.newKey("one")), "not one of");
        refused(issuer.sign(good(), Issuer.newKey("three")), "not one of");
    }

    @Test
    void s74_a_changed_hand_off_is_refused() throws Exception {
        var parts = issuer.sign(good()).split("\\.");
        var payload = Base64URL.encode(good().subject("8").build().toString());

        refused(parts[0] + "." + payload + "." + parts[2], "not one of");
        refused(parts[0] + "." + parts[1] + ".", "not one of");
    }

    @Test
    void s74_an_unsigned_hand_off_is_refused() {
        refused(new PlainJWT(good().build()).serialize(), "not one of");
    }

    @Test
    void s74_the_public_key_is_no_secret_to_sign_with() throws Exception {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").build(), good().build());
        token.sign(new MACSigner(issuer.key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)));

        refused(token.serialize(), "not one of");
    }

    @Test
    void s74_another_algorithm_of_the_right_key_is_refused() throws Exception {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS512).keyID("one").build();

        refused(issuer.sign(good(), issuer.key, header), "not one of");
    }

    @Test
    void s74_a_key_that_the_hand_off_brings_along_is_not_believed() throws Exception {
        try (var attacker = new Issuer()) {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID("one")
                    .jwk(attacker.key.toPublicJWK())
                    .jwkURL(URI.create(attacker.url() + "/.well-known/jwks.json"))
                    .build();

            refused(issuer.sign(good(), attacker.key, header), "not one of");
            assertThat(attacker.keysRead).hasValue(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "eyJhbGciOiJSUzI1NiJ9..", "{}", "é.é.é", "e30.e30.e30"})
    void s74_what_is_no_token_is_refused(String text) {
        refused(text, "not one of");
    }

    @Test
    void s73_a_hand_off_is_good_once_on_whatever_node() throws Exception {
        var token = issuer.sign(good());
        verifier.verify(token);

        assertThatThrownBy(() -> verifier.verify(token)).hasMessageContaining("used before");
        var otherNode = new HandOffVerifier(issuer.url(), PRODUCT, database, clock);
        assertThatThrownBy(() -> otherNode.verify(token)).hasMessageContaining("used before");
        assertThat(used()).isEqualTo(1);
    }

    @Test
    void s73_of_twenty_posts_at_once_one_is_accepted() throws Exception {
        var token = issuer.sign(good());
        var start = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(20);
        var posts = new ArrayList<Future<Boolean>>();
        Callable<Boolean> post = () -> {
            start.await();
            try {
                verifier.verify(token);
                return true;
            } catch (HandOffRefused e) {
                assertThat(e).hasMessageContaining("used before");
                return false;
            }
        };
        for (int i = 0; i < 20; i++) {
            posts.add(threads.submit(post));
        }
        start.countDown();

        var accepted = 0;
        for (var each : posts) {
            accepted += each.get() ? 1 : 0;
        }
        threads.shutdown();
        assertThat(accepted).isEqualTo(1);
    }

    @Test
    void s75_a_new_key_is_accepted_at_once_and_the_old_one_goes_on_beside_it() throws Exception {
        verifier.verify(issuer.sign(good()));
        issuer.published = List.of(issuer.nextKey, issuer.key);

        verifier.verify(issuer.sign(good(), issuer.nextKey));
        verifier.verify(issuer.sign(good()));
        assertThat(issuer.keysRead).hasValue(2);
    }

    @Test
    void s75_a_key_that_is_published_no_more_is_refused() throws Exception {
        issuer.published = List.of(issuer.nextKey);

        refused(issuer.sign(good()), "not one of");
        assertThat(verifier.verify(issuer.sign(good(), issuer.nextKey))).isNotNull();
    }

    @Test
    void made_up_keys_do_not_keep_asking_for_the_published_ones() throws Exception {
        verifier.verify(issuer.sign(good()));
        var stranger = Issuer.newKey("three");
        for (int i = 0; i < 20; i++) {
            var token = issuer.sign(good(), stranger);
            assertThatThrownBy(() -> verifier.verify(token)).isInstanceOf(HandOffRefused.class);
        }

        assertThat(issuer.keysRead).hasValueLessThanOrEqualTo(2);
        assertThat(verifier.verify(issuer.sign(good()))).isNotNull();
    }

    @Test
    void nobody_comes_in_while_the_keys_are_away() throws Exception {
        issuer.isDown = true;
        refused(issuer.sign(good()), "keys cannot be read");

        issuer.isDown = false;
        assertThat(verifier.verify(issuer.sign(good()))).isNotNull();
    }

    @Test
    void nobody_comes_in_while_the_database_is_away() throws Exception {
        var away = new PGSimpleDataSource();
        away.setPortNumbers(new int[] {1});
        var blind = new HandOffVerifier(issuer.url(), PRODUCT, away, clock);
        var token = issuer.sign(good());

        assertThatThrownBy(() -> blind.verify(token)).isInstanceOf(SQLException.class);
    }

    private JWTClaimsSet.Builder good() {
        return issuer.claims(PRODUCT, clock.instant());
    }

    /** And nothing of it is kept: strangers cannot fill the table. */
    private void refused(String token, String reason) {
        assertThatThrownBy(() -> verifier.verify(token))
                .isInstanceOf(HandOffRefused.class)
                .hasMessageContaining(reason)
                .hasNoCause();
        assertThat(used()).isZero();
    }

    private static JWTClaimsSet.Builder moved(JWTClaimsSet.Builder claims, int seconds) {
        var by = Duration.ofSeconds(seconds);
        var before = claims.build();
        return claims.issueTime(Date.from(before.getIssueTime().toInstant().plus(by)))
                .expirationTime(Date.from(before.getExpirationTime().toInstant().plus(by)));
    }

    private static String issuerOf(JWTClaimsSet.Builder claims) {
        return claims.build().getIssuer();
    }
}
