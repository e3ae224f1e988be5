package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.galileok12.house.Canaries;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandOffTest {

    private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");
    private static final String ISSUER = "https://clever.galileo.example";
    private static final String LOGIN_URL = "https://app.galileo.example/login";
    private static final String NAME = Canaries.FIRST_NAME + " " + Canaries.LAST_NAME;
    private static final Person AMY = person(List.of(Role.STUDENT), "6+", 6, 12);
    private static final Person TESS = person(List.of(Role.STAFF, Role.TEACHER), null, null, null);

    @SuppressWarnings("NullAway.Init")
    private static SigningKeys keys;

    @SuppressWarnings("NullAway.Init")
    private static HandOff handOff;

    @BeforeAll
    static void makeKeys(@TempDir Path folder) {
        keys = new SigningKeys(List.of(KeyFiles.rsa(folder, "key.pem")));
        handOff = new HandOff(keys, ISSUER, LOGIN_URL, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void a_student_is_handed_over_with_number_district_role_and_grade() throws Exception {
        var claims = token(AMY, Role.STUDENT).getJWTClaimsSet();

        assertThat(claims.getClaims())
                .containsEntry("iss", ISSUER)
                .containsEntry("aud", List.of(LOGIN_URL))
                .containsEntry("sub", "4711")
                .containsEntry("clever_id", "58da8c63d7dc0ca0680003ed")
                .containsEntry("district", "58da8a43cc70ab00017a1a87")
                .containsEntry("district_id", 7L)
                .containsEntry("roles", List.of("student"))
                .containsEntry("role", "student")
                .containsEntry("grade", Map.of("label", "6+", "min", 6L, "max", 12L))
                .doesNotContainKey("return_to");
    }

    @Test
    void a_token_is_true_for_a_minute() throws ParseException {
        var claims = token(AMY, Role.STUDENT).getJWTClaimsSet();

        assertThat(claims.getIssueTime()).isEqualTo(Date.from(NOW));
        assertThat(claims.getExpirationTime()).isEqualTo(Date.from(NOW.plusSeconds(60)));
    }

    @Test
    void somebody_without_a_grade_has_none_and_acts_in_the_chosen_role() throws ParseException {
        var claims = token(TESS, Role.TEACHER).getJWTClaimsSet();

        assertThat(claims.getClaims())
                .doesNotContainKey("grade")
                .containsEntry("role", "teacher")
                .containsEntry("roles", List.of("staff", "teacher"));
    }

    @Test
    void the_asked_page_goes_along() throws ParseException {
        var claims =
                SignedJWT.parse(handOff.token(AMY, Role.STUDENT, "/classes/7")).getJWTClaimsSet();

        assertThat(claims.getClaim("return_to")).isEqualTo("/classes/7");
    }

    @Test
    void no_name_goes_along_in_any_claim() throws ParseException {
        assertThat(token(AMY, Role.STUDENT).getPayload().toString())
                .doesNotContain(Canaries.FIRST_NAME, Canaries.LAST_NAME);
        assertThat(token(AMY, Role.STUDENT).getJWTClaimsSet().getClaims())
                .containsOnlyKeys(
                        "iss",
                        "aud",
                        "iat",
                        "exp",
                        "jti",
                        "sub",
                        "clever_id",
                        "district",
                        "district_id",
                        "roles",
                        "role",
                        "grade");
    }

    @Test
    void each_token_has_a_number_of_its_own_and_is_vouched_for_by_a_published_key() throws Exception {
        var published = JWKSet.parse(keys.published());
        var tokens =
                IntStream.range(0, 50).mapToObj(i -> token(AMY, Role.STUDENT)).toList();

        assertThat(tokens)
                .extracting(token -> token.getJWTClaimsSet().getJWTID())
                .doesNotHaveDuplicates();
        for (var token : tokens) {
            assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
            var key = published.getKeyByKeyId(token.getHeader().getKeyID());
            assertThat(token.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
        }
    }

    @Test
    void s69_a_role_that_a_person_does_not_have_is_never_vouched_for() {
        assertThatThrownBy(() -> token(AMY, Role.TEACHER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("person 7:4711 is no teacher.");
    }

    private static SignedJWT token(Person person, Role role) {
        try {
            return SignedJWT.parse(handOff.token(person, role, null));
        } catch (ParseException e) {
            throw new AssertionError("The hand-off is no token.", e);
        }
    }

    private static Person person(
            List<Role> roles, @Nullable String grade, @Nullable Integer min, @Nullable Integer max) {
        return new Person(
                4711, "58da8c63d7dc0ca0680003ed", 7, "58da8a43cc70ab00017a1a87", NAME, roles, grade, min, max);
    }
}
