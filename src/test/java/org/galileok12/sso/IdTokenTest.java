package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.galileok12.simulator.IdTokenFault;
import org.galileok12.simulator.LocalClever;
import org.galileok12.simulator.SignInCall;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** An app with OpenID Connect: no id_token that is not Clever's, for us, and of this login lets anybody in. */
@TestPropertySource(properties = "galileo.sso.oidc=true")
class IdTokenTest extends SsoScenario {

    private static final String STRANGER = "0123456789abcdef01234567";

    @BeforeEach
    void withOpenIdConnect() {
        CLEVER.signIn().oidc(true);
    }

    @Test
    void a_good_id_token_signs_in_without_asking_clever_who_it_is() {
        signIn(browser);

        assertThat(signedInAs(browser)).isEqualTo(nameOf(student));
        assertThat(CLEVER.signIn().calls(SignInCall.ME)).isZero();
        attempts.nothingSecretIsLogged(browser);
    }

    @ParameterizedTest
    @MethodSource
    void s40_an_id_token_of_another_time_is_rejected(Consumer<IdTokenFault> fault) {
        rejected(fault);
    }

    static Stream<Named<Consumer<IdTokenFault>>> s40_an_id_token_of_another_time_is_rejected() {
        return Stream.of(
                bad("it is over", it -> it.moment("iat", Duration.ofHours(-2)).moment("exp", Duration.ofSeconds(-90))),
                bad("it says no end", it -> it.without("exp")),
                bad("it is not yet made", it -> it.moment("iat", Duration.ofMinutes(5))),
                bad("it does not say when it was made", it -> it.without("iat")),
                bad("it is not yet good", it -> it.moment("nbf", Duration.ofMinutes(5))));
    }

    @Test
    void s40_clocks_that_differ_by_half_a_minute_are_forgiven() {
        CLEVER.signIn().onIdToken().moment("iat", Duration.ofSeconds(30)).moment("exp", Duration.ofMinutes(60));
        signIn(browser);

        var other = newBrowser();
        CLEVER.signIn().onIdToken().moment("iat", Duration.ofHours(-1)).moment("exp", Duration.ofSeconds(-30));
        signIn(other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "", "/", "x"})
    void s41_an_id_token_of_another_issuer_is_rejected(String more) {
        rejected(it -> it.claim("iss", more.startsWith("https") ? more : CLEVER.url() + "/" + more));
    }

    @ParameterizedTest
    @MethodSource
    void s42_an_id_token_for_another_application_is_rejected(Consumer<IdTokenFault> fault) {
        rejected(fault);
    }

    static Stream<Named<Consumer<IdTokenFault>>> s42_an_id_token_for_another_application_is_rejected() {
        return Stream.of(
                bad("another", it -> it.claim("aud", "another-client")),
                bad("nobody", it -> it.without("aud")),
                bad(
                        "us and another, without a party",
                        it -> it.claim("aud", List.of(LocalClever.CLIENT_ID, "another"))),
                bad("us, but another is the party", it -> it.claim("azp", "another-client")));
    }

    @ParameterizedTest
    @MethodSource
    void s43_an_id_token_of_another_login_is_rejected(Consumer<IdTokenFault> fault) {
        signIn(newBrowser());
        watch();

        rejected(fault);
    }

    static Stream<Named<Consumer<IdTokenFault>>> s43_an_id_token_of_another_login_is_rejected() {
        return Stream.of(
                bad("no nonce", it -> it.without("nonce")),
                bad("another nonce", it -> it.claim("nonce", "another")),
                bad("the whole token of the login before", IdTokenFault::replayed));
    }

    @ParameterizedTest
    @MethodSource
    void s44_only_clevers_published_key_counts_whatever_the_header_says(Consumer<IdTokenFault> fault) {
        rejected(fault);

        assertThat(CLEVER.requests())
                .as("an address that a token names is never asked")
                .noneMatch(request -> CLEVER.signIn().attackersKeys().endsWith(request.path()));
    }

    static Stream<Named<Consumer<IdTokenFault>>> s44_only_clevers_published_key_counts_whatever_the_header_says() {
        return Stream.of(
                bad("no signature", IdTokenFault::unsigned),
                bad("signed with the client's secret", IdTokenFault::signedWithTheSecret),
                bad("signed with the public key as a secret", IdTokenFault::signedWithThePublicKey),
                bad("brings its own key", IdTokenFault::withItsOwnKey),
                bad("says where its key is", it -> it.withKeysAt(CLEVER.signIn().attackersKeys())));
    }

    @ParameterizedTest
    @MethodSource
    void s45_a_bad_signature_is_rejected(Consumer<IdTokenFault> fault) {
        rejected(fault);
    }

    static Stream<Named<Consumer<IdTokenFault>>> s45_a_bad_signature_is_rejected() {
        return Stream.of(
                bad("one bit is other", IdTokenFault::badSignature),
                bad("another key under the id of Clever's", IdTokenFault::signedByAnotherKey));
    }

    @ParameterizedTest
    @MethodSource
    void s47_without_an_id_token_that_names_somebody_nobody_comes_in(Consumer<IdTokenFault> fault) {
        rejected(fault);
    }

    static Stream<Named<Consumer<IdTokenFault>>> s47_without_an_id_token_that_names_somebody_nobody_comes_in() {
        return Stream.of(
                bad("none at all", IdTokenFault::missing),
                bad("nobody is named", it -> it.without("sub")),
                bad("no token", it -> it.text("not-a-token")),
                bad("a token without parts", it -> it.text("..")));
    }

    @ParameterizedTest
    @MethodSource
    void s48_an_id_token_that_contradicts_itself_is_rejected(Consumer<IdTokenFault> fault) {
        fault.accept(CLEVER.signIn().onIdToken());

        rejected(Reason.IDENTITY_REJECTED);
    }

    static Stream<Named<Consumer<IdTokenFault>>> s48_an_id_token_that_contradicts_itself_is_rejected() {
        return Stream.of(
                bad("two ids", it -> it.claim("multi_role_user_id", STRANGER)),
                bad("no district", it -> it.without("district")),
                bad("an id that is none", it -> it.claim("sub", "1 or 1=1").claim("multi_role_user_id", "1 or 1=1")),
                bad("not vouched for by the district", it -> it.claim("authorized_by", "library")));
    }

    private void rejected(Consumer<IdTokenFault> fault) {
        fault.accept(CLEVER.signIn().onIdToken());

        rejected(Reason.ID_TOKEN_REJECTED);
    }

    /** Whether Clever's keys were known already does not matter here; CleversKeysTest counts the looks at them. */
    private void rejected(Reason reason) {
        attempts.refusedWhateverWasAsked(browser, browser.open(START), reason);
        assertThat(attempts.asked().withoutKeys()).isEqualTo(Asked.TOKEN);
        assertThat(attempts.asked().keys()).isLessThanOrEqualTo(1);
    }

    private static Named<Consumer<IdTokenFault>> bad(String name, Consumer<IdTokenFault> fault) {
        return Named.of(name, fault);
    }
}
