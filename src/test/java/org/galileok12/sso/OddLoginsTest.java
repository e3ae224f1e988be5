package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;

import org.galileok12.simulator.SignInCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logins that go astray in ways that nobody meant: a browser that looks ahead, a database that forgot, a broken cookie. */
class OddLoginsTest extends SsoScenario {

    private static final String COOKIE = "__Host-galileo-login";

    @ParameterizedTest
    @ValueSource(strings = {"prefetch", "prefetch;prerender", "prefetch;anonymous-client-ip"})
    void s13_a_callback_that_a_browser_loads_in_advance_leaves_the_login_to_the_click(String purpose) {
        var back = beginLogin(browser);

        attempts.refused(browser, browser.get(back, "Sec-Purpose", purpose), Reason.NOT_A_NAVIGATION, 0);

        browser.get(back);
        assertThat(signedInAs(browser)).isEqualTo(nameOf(student));
    }

    @Test
    void s14_logins_that_a_crash_of_the_database_forgot_begin_again() {
        var back = beginLogin(browser);
        // What a crash does to an unlogged table.
        db.execute("truncate sso.pending_login");

        var answer = browser.get(back);

        attempts.refused(browser, answer, Reason.UNKNOWN_STATE, 0);
        assertThat(answer.body()).contains(START);
        signIn(browser);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "%00", "../../etc/passwd", "'or'1'", "10 kB"})
    void s21_a_browser_with_a_broken_cookie_counts_as_one_without(String value) {
        var back = beginLogin(browser);
        var cookie = String.valueOf(browser.cookie(COOKIE));
        browser.setCookie(COOKIE, value.equals("10 kB") ? "x".repeat(10_240) : value);

        attempts.refused(browser, browser.get(back), Reason.COOKIES_NEEDED, 0);

        browser.setCookie(COOKIE, cookie);
        browser.get(back);
        assertThat(signedInAs(browser)).isEqualTo(nameOf(student));
    }

    @Test
    void s36_a_token_answer_without_end_is_cut_off() {
        CLEVER.signIn().on(SignInCall.TOKEN).body("{\"access_token\":\"" + "x".repeat(5_000_000) + "\"}");

        attempts.refused(browser, browser.open(START), Reason.CLEVER_UNREADABLE, 1);
    }

    @Test
    void s36_a_token_answer_without_bottom_is_rejected() {
        CLEVER.signIn()
                .on(SignInCall.TOKEN)
                .body("{\"access_token\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");

        attempts.refused(browser, browser.open(START), Reason.CLEVER_UNREADABLE, 1);
    }

    @Test
    void s36_an_endless_answer_to_who_it_is_is_cut_off() {
        CLEVER.signIn().on(SignInCall.ME).body("{\"data\":{\"id\":\"" + "0".repeat(5_000_000) + "\"}}");

        attempts.refused(browser, browser.open(START), Reason.CLEVER_UNREADABLE, Asked.TOKEN_AND_ME);
    }

    @Test
    void s83_one_person_in_two_browsers_has_two_sessions_and_leaves_one_of_them() {
        var other = newBrowser();
        signIn(browser);
        signIn(other);

        logOut(browser);

        assertThat(signedInAs(browser)).isNull();
        assertThat(signedInAs(other)).isEqualTo(nameOf(student));
        assertThat(other.get("/signing-in").statusCode()).isEqualTo(200);
    }
}
