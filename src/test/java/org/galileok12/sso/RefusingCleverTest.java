package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.galileok12.simulator.LocalClever;
import org.galileok12.simulator.SignInCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clever, or the person in front of it, says no. */
class RefusingCleverTest extends SsoScenario {

    @Test
    void s24_who_cancels_at_clever_is_told_so_and_the_login_is_over() {
        CLEVER.signIn().onRedirect().error("access_denied");
        var back = beginLogin(browser);

        attempts.refused(browser, browser.get(back), Reason.CANCELLED, 0);

        watch();
        attempts.refused(
                browser,
                browser.get(back.replace("error=access_denied", "code=late-code-1234")),
                Reason.SPENT_STATE,
                0);
    }

    @ParameterizedTest
    @CsvSource({
        "unauthorized-user, NOT_AUTHORIZED",
        "unauthorized_client, NOT_AUTHORIZED",
        "something-new, NOT_AUTHORIZED",
        "access_denied, CANCELLED",
        "server_error, CLEVER_DOWN"
    })
    void s25_an_error_without_state_is_answered_and_not_sent_back(String error, Reason reason) {
        var answer = browser.get(CALLBACK + "?error=" + error);

        attempts.refused(browser, answer, reason, 0);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void s25_an_error_of_clevers_own_with_state_is_told_apart() {
        CLEVER.signIn().onRedirect().error("something-new");

        attempts.refused(browser, browser.open(START), Reason.PROVIDER_ERROR, 0);
    }

    @Test
    void s26_what_an_error_says_of_itself_is_never_shown() {
        CLEVER.signIn()
                .onRedirect()
                .error("access_denied")
                .with("error_description", "<script>alert('evil')</script>")
                .with("error_uri", "https://evil.example/");

        attempts.refused(browser, browser.open(START), Reason.CANCELLED, 0);
    }

    @Test
    void s27_a_code_that_clever_does_not_take_is_never_sent_again() {
        CLEVER.signIn()
                .on(SignInCall.TOKEN)
                .answer(400, Map.of(), "{\"error\":\"invalid_grant\",\"message\":\"Invalid grant: invalid code\"}");

        var answer = browser.open(START);

        attempts.refused(browser, answer, Reason.CODE_SPENT, 1);
        assertThat(answer.body()).contains(START);
    }

    @Test
    void s28_refused_credentials_alert_the_operator() {
        CLEVER.signIn().on(SignInCall.TOKEN).answer(401, Map.of(), "{\"error\":\"invalid_client\"}");

        attempts.refused(browser, browser.open(START), Reason.CREDENTIALS_REFUSED, 1);
        attempts.operatorIsTold("CLEVER_CLIENT_SECRET");
    }

    @Test
    void s29_a_redirect_uri_that_clever_does_not_know_alerts_the_operator() {
        CLEVER.signIn()
                .on(SignInCall.TOKEN)
                .answer(400, Map.of(), "{\"error\":\"invalid_grant\",\"error_description\":\"redirect_uri mismatch\"}");

        attempts.refused(browser, browser.open(START), Reason.REDIRECT_MISMATCH, 1);
        attempts.operatorIsTold(PUBLIC_URL + CALLBACK);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 429})
    void s30_a_broken_clever_is_not_asked_again(int status) {
        CLEVER.signIn().on(SignInCall.TOKEN).answer(status, Map.of(), "<h1>evil</h1>");

        attempts.refused(browser, browser.open(START), Reason.CLEVER_DOWN, 1);
    }

    @Test
    void s34_a_page_for_people_in_place_of_a_token_is_no_token() {
        CLEVER.signIn().on(SignInCall.TOKEN).html();

        attempts.refused(browser, browser.open(START), Reason.CLEVER_UNREADABLE, 1);
        assertThat(attempts.log().lines()).noneMatch(line -> line.contains("Back soon"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "{\"token_type\":\"bearer\"}",
                "{\"access_token\":123,\"token_type\":\"bearer\"}",
                "{\"access_token\":\"\",\"token_type\":\"bearer\"}",
                "{\"access_token\":\"il12\\r\\nevil: 1\",\"token_type\":\"bearer\"}",
                "{\"access_token\":\"il1234567890\",\"token_type\":\"mac\"}",
                "{\"access_token\":\"il1234567890\"}",
                "{\"access_token\":\"il1234567890\",\"token_type\":\"bea"
            })
    void s35_what_is_not_a_token_answer_is_rejected(String body) {
        CLEVER.signIn().on(SignInCall.TOKEN).body(body);

        attempts.refused(browser, browser.open(START), Reason.CLEVER_UNREADABLE, 1);
    }

    @Test
    void s35_a_token_answer_that_breaks_off_is_rejected() {
        CLEVER.signIn().on(SignInCall.TOKEN).truncated();

        attempts.refused(browser, browser.open(START), Reason.CLEVER_DOWN, 1);
    }

    @Test
    void s37_a_token_call_follows_nobody_and_the_secret_goes_nowhere_else() {
        try (var elsewhere = LocalClever.start()) {
            CLEVER.signIn().on(SignInCall.TOKEN).answer(302, Map.of("location", elsewhere.url() + "/oauth/tokens"), "");

            attempts.refused(browser, browser.open(START), Reason.CLEVER_UNREADABLE, 1);
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void s39_no_token_is_kept_anywhere() {
        CLEVER.signIn().on(SignInCall.TOKEN).changed(answer -> answer.put("refresh_token", "r-4711-refresh-token"));

        signIn(browser);

        assertThat(db.queryForList(
                        "select convert_from(attribute_bytes, 'UTF8') from sso.spring_session_attributes a"
                                + " join sso.spring_session s on s.primary_id = a.session_primary_id"
                                + " where s.principal_name = ?",
                        String.class,
                        nameOf(student)))
                .singleElement()
                .asString()
                // And a hash, which says nothing.
                .matches(nameOf(student) + ":student:student:[\\w-]{43}");
        attempts.nothingSecretIsLogged(browser);
        assertThat(attempts.log().lines()).noneMatch(line -> line.contains("r-4711-refresh-token"));
    }
}
