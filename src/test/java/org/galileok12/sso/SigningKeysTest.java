package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void the_first_signs_and_all_are_published_without_their_private_halves() throws Exception {
        var keys = new SigningKeys(List.of(KeyFiles.rsa(folder, "a.pem"), KeyFiles.rsa(folder, "b.pem")));

        var published = JWKSet.parse(keys.published());
        var token = signed(keys);
        assertThat(published.getKeys()).hasSize(2).allSatisfy(key -> {
            assertThat(key.isPrivate()).isFalse();
            assertThat(key.getKeyID()).isEqualTo(key.computeThumbprint().toString());
            assertThat(key.toJSONObject()).containsOnlyKeys("kty", "e", "use", "kid", "alg", "n");
        });
        assertThat(token.getHeader().getKeyID())
                .isEqualTo(published.getKeys().get(0).getKeyID());
        assertThat(isVouchedFor(published, token)).isTrue();
    }

    /** The three steps of docs/sso.md; the product may hold the published keys of the step before. */
    @Test
    void s75_a_key_is_replaced_while_the_product_knows_the_keys_of_the_step_before() throws Exception {
        var old = KeyFiles.rsa(folder, "old.pem");
        var fresh = KeyFiles.rsa(folder, "new.pem");
        var steps = List.of(List.of(old), List.of(old, fresh), List.of(fresh, old), List.of(fresh));

        for (var i = 1; i < steps.size(); i++) {
            var before = new SigningKeys(steps.get(i - 1));
            var now = new SigningKeys(steps.get(i));

            assertThat(isVouchedFor(JWKSet.parse(before.published()), signed(now)))
                    .isTrue();
            assertThat(isVouchedFor(JWKSet.parse(now.published()), signed(before)))
                    .isTrue();
        }
        assertThat(isVouchedFor(
                        JWKSet.parse(new SigningKeys(List.of(old)).published()),
                        signed(new SigningKeys(List.of(fresh)))))
                .isFalse();
    }

    @Test
    void no_file_is_a_sentence_with_the_command_that_makes_one() {
        assertThat(SigningKeys.problems(List.of()))
                .singleElement()
                .asString()
                .startsWith("GALILEO_SSO_KEYS is not set.")
                .contains("openssl genpkey -algorithm RSA");
    }

    @Test
    void s79_every_file_that_cannot_be_used_is_a_sentence() {
        var rsa = KeyFiles.pair("RSA", 2048);
        var ec = KeyFiles.pair("EC", 256);
        assertThat(problem(folder.resolve("none.pem")))
                .startsWith("There is no key file")
                .endsWith("none.pem. Correct GALILEO_SSO_KEYS.");
        assertThat(problem(folder)).contains("cannot be read");
        assertThat(problem("")).contains("is no PEM file");
        assertThat(problem("not a key")).contains("is no PEM file");
        assertThat(problem("x".repeat(70_000))).contains("is no PEM file");
        assertThat(problem(KeyFiles.pem("RSA PRIVATE KEY", new byte[600]))).contains("openssl pkcs8 -topk8 -nocrypt");
        assertThat(problem(KeyFiles.pem("ENCRYPTED PRIVATE KEY", new byte[600])))
                .contains("locked by a password");
        assertThat(problem(KeyFiles.pem("PUBLIC KEY", rsa.getPublic().getEncoded())))
                .contains("no private key");
        assertThat(problem(KeyFiles.pem("CERTIFICATE", new byte[600]))).contains("no private key");
        assertThat(problem(KeyFiles.pem("EC PARAMETERS", new byte[10]) + KeyFiles.pem("EC PRIVATE KEY", new byte[90])))
                .contains("no RSA key");
        assertThat(problem(KeyFiles.pem("PRIVATE KEY", ec.getPrivate().getEncoded())))
                .contains("no RSA key");
        assertThat(problem(KeyFiles.pem(
                        "PRIVATE KEY", Arrays.copyOf(rsa.getPrivate().getEncoded(), 900))))
                .contains("damaged");
        assertThat(problem(KeyFiles.pem(
                        "PRIVATE KEY", KeyFiles.pair("RSA", 1024).getPrivate().getEncoded())))
                .contains("of 1024 bits");
        var two = KeyFiles.pem("PRIVATE KEY", rsa.getPrivate().getEncoded());
        assertThat(problem(two + two)).contains("holds 2 keys");
    }

    @Test
    void a_key_whose_halves_do_not_belong_together_is_found() throws Exception {
        var good = (RSAPrivateCrtKey) KeyFiles.pair("RSA", 2048).getPrivate();
        var other = (RSAPrivateCrtKey) KeyFiles.pair("RSA", 2048).getPrivate();
        var mixed = KeyFactory.getInstance("RSA")
                .generatePrivate(new RSAPrivateCrtKeySpec(
                        good.getModulus(),
                        good.getPublicExponent(),
                        other.getPrivateExponent(),
                        good.getPrimeP(),
                        good.getPrimeQ(),
                        good.getPrimeExponentP(),
                        good.getPrimeExponentQ(),
                        good.getCrtCoefficient()));

        assertThat(problem(KeyFiles.pem("PRIVATE KEY", mixed.getEncoded()))).contains("damaged");
    }

    @Test
    void the_words_before_the_key_and_other_line_ends_do_not_matter() throws IOException {
        var plain = Files.readString(KeyFiles.rsa(folder, "plain.pem"));
        var wordy =
                KeyFiles.write(folder, "wordy.pem", "Bag Attributes\r\n  name: sso\r\n" + plain.replace("\n", "\r\n"));

        assertThat(SigningKeys.problems(List.of(wordy))).isEmpty();
    }

    @Test
    void one_key_in_two_files_is_found_and_every_mistake_is_told_at_once() throws IOException {
        var one = KeyFiles.rsa(folder, "one.pem");
        var copy = Files.copy(one, folder.resolve("copy.pem"));
        var files = List.of(one, copy, folder.resolve("none.pem"));

        assertThat(SigningKeys.problems(files)).hasSize(2).anyMatch(problem -> problem.contains("the same key"));
        assertThatThrownBy(() -> new SigningKeys(files))
                .isInstanceOf(BrokenKeys.class)
                .hasMessageContaining("the same key")
                .hasMessageContaining("none.pem");
    }

    @Test
    void s79_a_sentence_shows_nothing_of_a_key() {
        var content = KeyFiles.pem(
                "PRIVATE KEY",
                Arrays.copyOf(KeyFiles.pair("RSA", 2048).getPrivate().getEncoded(), 900));

        assertThat(content.lines().filter(line -> problem(content).contains(line)))
                .isEmpty();
    }

    private String problem(String content) {
        return problem(KeyFiles.write(folder, "key.pem", content));
    }

    private static String problem(Path file) {
        var problems = SigningKeys.problems(List.of(file));
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    private static SignedJWT signed(SigningKeys keys) throws Exception {
        return SignedJWT.parse(keys.sign(new JWTClaimsSet.Builder().subject("1").build()));
    }

    private static boolean isVouchedFor(JWKSet published, SignedJWT token) throws Exception {
        var key = published.getKeyByKeyId(token.getHeader().getKeyID());
        return key != null && token.verify(new RSASSAVerifier(key.toRSAKey()));
    }
}
