package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.galileok12.simulator.SignInCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ConfigurableApplicationContext;

/** Clever's keys are new, gone or slow. Each test has a node that has not seen them yet. */
@Timeout(120)
class CleversKeysTest extends SsoScenario {

    private static final Duration DEADLINE = Duration.ofSeconds(3);

    @SuppressWarnings("NullAway.Init")
    private ConfigurableApplicationContext node;

    @BeforeEach
    void aFreshNode() {
        CLEVER.signIn().oidc(true);
        node = node("--galileo.sso.oidc=true");
    }

    @AfterEach
    void stopIt() {
        node.close();
    }

    @Test
    void s45_an_unknown_key_makes_us_look_once_and_not_again_for_every_token() {
        signIn(person());
        assertThat(looks()).isEqualTo(1);

        for (var look : List.of(1, 0, 0)) {
            CLEVER.signIn().onIdToken().unknownKey();
            refused(Reason.ID_TOKEN_REJECTED, new Asked(1, 0, 0, 0, look));
        }

        assertThat(looks()).isEqualTo(2);
        signIn(person());
    }

    @Test
    void s45_a_key_that_clever_has_rotated_in_is_found_by_looking_again() {
        signIn(person());

        CLEVER.signIn().rotateKeys().forgetOldKeys();

        signIn(person());
        assertThat(looks()).isEqualTo(2);
    }

    @Test
    void s46_known_keys_go_on_to_verify_while_clever_does_not_give_them() {
        signIn(person());

        CLEVER.signIn().on(SignInCall.KEYS).hanging().always();
        CLEVER.signIn().on(SignInCall.DISCOVERY).hanging().always();

        signIn(person());
    }

    @Test
    void s46_a_login_that_has_hardly_any_time_left_still_reads_the_keys() {
        // The first login of a node loads half of its classes, which is not what this is about.
        signIn(person());
        CLEVER.signIn().rotateKeys().forgetOldKeys();
        CLEVER.signIn().on(SignInCall.TOKEN).delayed(DEADLINE.minusMillis(1_000));
        CLEVER.signIn().on(SignInCall.KEYS).delayed(Duration.ofMillis(1_200));

        signIn(person());
        assertThat(looks()).isEqualTo(2);
    }

    @Test
    void s46_keys_that_hang_and_are_not_known_end_the_login_at_the_deadline() {
        CLEVER.signIn().on(SignInCall.KEYS).hanging();
        var began = System.nanoTime();

        refused(Reason.CLEVER_SLOW, new Asked(1, 0, 0, 1, 1));

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(DEADLINE.plusSeconds(2));
    }

    @Test
    void s46_keys_that_are_not_to_be_had_end_the_login_and_are_asked_for_again_by_the_next() {
        CLEVER.signIn().on(SignInCall.DISCOVERY).answer(503);
        refused(Reason.CLEVER_DOWN, new Asked(1, 0, 0, 1, 0));

        signIn(person());
    }

    @Test
    void s46_a_discovery_that_names_another_issuer_is_not_believed() {
        CLEVER.signIn().on(SignInCall.DISCOVERY).changed(document -> document.put("issuer", "https://evil.example"));

        refused(Reason.CLEVER_UNTRUSTED, new Asked(1, 0, 0, 1, 0));
    }

    private void refused(Reason reason, Asked calls) {
        var someone = person();
        watch(node);
        attempts.refused(someone, someone.open(START), reason, calls);
    }

    /** Somebody else, at the fresh node. */
    private Browser person() {
        return newBrowser().at(portOf(node));
    }

    private int looks() {
        return CLEVER.signIn().calls(SignInCall.KEYS);
    }
}
