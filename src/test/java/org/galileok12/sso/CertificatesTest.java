package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.EnumSet;
import org.galileok12.simulator.SignInCall;
import org.galileok12.sso.Certificates.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Somebody answers in Clever's name with a certificate that must not be believed: nothing is sent to it. The same node then lets
 * somebody in over a good one, so that nothing but the one fault of the certificate was in the way.
 */
@Timeout(180)
class CertificatesTest extends SsoScenario {

    private static final EnumSet<Kind> BAD = EnumSet.complementOf(EnumSet.of(Kind.GOOD));
    private static final String TRUSTED = "javax.net.ssl.trustStore";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Certificates certificates;

    @SuppressWarnings("NullAway.Init")
    private TlsFront front;

    @BeforeAll
    static void makeCertificates() {
        certificates = new Certificates(folder);
    }

    @BeforeEach
    void trustTheAuthority() {
        System.setProperty(TRUSTED, certificates.trusted().toString());
        System.setProperty(TRUSTED + "Password", Keytool.PASSWORD);
        front = new TlsFront(CLEVER.port(), certificates.of(Kind.GOOD));
    }

    @AfterEach
    void trustAsBefore() {
        front.close();
        System.clearProperty(TRUSTED);
        System.clearProperty(TRUSTED + "Password");
    }

    @Test
    void s38_neither_code_nor_secret_goes_to_whoever_is_not_clever() {
        try (var node = node("--clever.oauth-url=" + front.url())) {
            BAD.forEach(kind -> isRefused(node, kind, Asked.NOTHING));
            comesIn(node);
        }
    }

    @Test
    void s38_no_token_is_shown_to_whoever_is_not_clever() {
        try (var node = node("--clever.api-url=" + front.url())) {
            BAD.forEach(kind -> isRefused(node, kind, Asked.TOKEN));
            comesIn(node);
        }
    }

    /** A node of its own for each: keys are looked at twice in half a minute. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GOOD")
    void s38_no_key_is_taken_from_whoever_is_not_clever(Kind kind) {
        CLEVER.signIn().oidc(true);
        CLEVER.signIn()
                .on(SignInCall.DISCOVERY)
                .changed(document -> document.put(
                        "jwks_uri", document.path("jwks_uri").asText().replace(CLEVER.url(), front.url())))
                .always();
        try (var node = node("--galileo.sso.oidc=true")) {
            isRefused(node, kind, new Asked(1, 0, 0, 1, 0));
            comesIn(node);
        }
    }

    private void isRefused(ConfigurableApplicationContext node, Kind kind, Asked calls) {
        front.show(certificates.of(kind));
        var someone = newBrowser().at(portOf(node));
        watch(node);

        var answer = login(someone);

        attempts.refused(someone, answer, Reason.CLEVER_UNTRUSTED, calls);
        attempts.operatorIsTold("certificate");
    }

    private void comesIn(ConfigurableApplicationContext node) {
        front.show(certificates.of(Kind.GOOD));
        var someone = newBrowser().at(portOf(node));

        login(someone);

        assertThat(signedInAs(someone)).isEqualTo(nameOf(student));
    }

    /** In a browser that finds the real Clever, whomever the node asks. */
    private static HttpResponse<String> login(Browser someone) {
        var toClever = String.valueOf(someone.location(someone.get(START)));
        var back = someone.location(someone.get(toClever.replaceFirst("^https?://[^/]+", CLEVER.url())));
        return someone.get(String.valueOf(back));
    }
}
