package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.galileok12.simulator.SignInCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logins that begin in Clever: a code comes without state, and anybody could have sent it. */
class ClickInCleverTest extends SsoScenario {

    @Test
    void s01_a_code_without_state_is_dropped_and_the_browser_signs_in_by_a_request_of_ours() {
        var portal = CALLBACK + "?code=" + CLEVER.signIn().codeFor(student);

        var dropped = browser.get(portal);

        assertThat(dropped.statusCode()).isEqualTo(302);
        assertThat(attempts.tokenCalls()).isZero();
        Attempts.notKept(dropped);
        var toClever = browser.location(browser.get(String.valueOf(browser.location(dropped))));
        assertThat(toClever)
                .startsWith(CLEVER.url() + "/oauth/authorize?response_type=code&client_id=")
                .containsPattern("[?&]state=[^&]{20,}")
                .containsPattern("[?&]code_challenge=[^&]{43}&code_challenge_method=S256");
        browser.open(String.valueOf(toClever));

        assertThat(signedInAs(browser)).isEqualTo(nameOf(student));
        assertThat(attempts.tokenCalls()).isEqualTo(1);
        attempts.written(Reason.ADMITTED);
        assertThat(browser.cookie("__Host-galileo-bounced")).isNull();
        assertThat(CLEVER.signIn().calls(SignInCall.ME)).isEqualTo(1);
        attempts.nothingSecretIsLogged(browser);
    }

    @Test
    void s02_a_click_in_clever_replaces_whoever_was_signed_in() {
        signIn(browser);
        var before = browser.cookie("__Host-galileo-session");
        CLEVER.signIn().as(teacher);

        browser.open(CALLBACK + "?code=" + CLEVER.signIn().codeFor(teacher));

        assertThat(signedInAs(browser)).isEqualTo(nameOf(teacher));
        assertThat(browser.cookie("__Host-galileo-session")).isNotEqualTo(before);
        assertThat(sessionsOf(nameOf(student))).isZero();
        assertThat(sessionsOf(nameOf(teacher))).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Dest, image",
        "Sec-Fetch-Dest, iframe",
        "Sec-Fetch-Dest, empty",
        "Sec-Fetch-Mode, cors",
        "Sec-Fetch-Mode, no-cors",
        "Sec-Purpose, prefetch;prerender"
    })
    void s03_a_code_that_another_page_loads_is_nobodys_click(String header, String value) {
        var answer = browser.get(CALLBACK + "?code=" + CLEVER.signIn().codeFor(student), header, value);

        attempts.refused(browser, answer, Reason.NOT_A_NAVIGATION, 0);
        attempts.correlated(answer);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void s04_a_browser_without_cookies_is_told_so_after_one_redirect() {
        browser.withoutCookies();
        var dropped = browser.get(CALLBACK + "?code=" + CLEVER.signIn().codeFor(student));

        var told = browser.get(String.valueOf(browser.location(dropped)));

        attempts.refused(browser, told, Reason.COOKIES_NEEDED, 0);
        assertThat(browser.visited()).hasSize(2);
    }

    @Test
    void s04_a_browser_that_lost_its_cookies_on_the_way_is_told_so() {
        var back = beginLogin(browser);
        var another = newBrowser();

        attempts.refused(another, another.get(back), Reason.COOKIES_NEEDED, 0);
    }

    @Test
    void s04_a_clever_that_does_not_give_the_state_back_does_not_make_a_loop() {
        CLEVER.signIn().onRedirect().withoutState().always();

        var end = browser.open(CALLBACK + "?code=" + CLEVER.signIn().codeFor(student));

        attempts.refused(browser, end, Reason.STATE_LOST, 0);
        assertThat(browser.visited()).hasSize(7);
        CLEVER.signIn().heal();
        browser.open(CALLBACK + "?code=" + CLEVER.signIn().codeFor(student));
        assertThat(signedInAs(browser)).isEqualTo(nameOf(student));
    }

    @Test
    void s04_a_browser_that_keeps_any_cookie_of_ours_is_not_told_to_take_them() {
        browser.get(START);

        var again = browser.get(START + "?bounced");

        assertThat(browser.location(again)).startsWith(CLEVER.url() + "/oauth/authorize?");
    }

    @Test
    void s10_two_clicks_in_clever_at_once_both_arrive() {
        var first = toClever(browser.get(CALLBACK + "?code=" + CLEVER.signIn().codeFor(student)));
        var second = toClever(browser.get(CALLBACK + "?code=" + CLEVER.signIn().codeFor(student)));

        browser.open(first);
        assertThat(signedInAs(browser)).isEqualTo(nameOf(student));
        browser.open(second);

        assertThat(signedInAs(browser)).isEqualTo(nameOf(student));
        assertThat(attempts.tokenCalls()).isEqualTo(2);
        assertThat(browser.cookie("__Host-galileo-bounced")).isNull();
    }

    @Test
    void another_click_after_a_refusal_says_why_again() {
        var unknown = district.student("Ben Ortiz", district.school("South"));
        CLEVER.signIn().as(unknown);

        for (var i = 0; i < 4; i++) {
            attempts.shown(browser.open(CALLBACK + "?code=" + CLEVER.signIn().codeFor(unknown)), Reason.NOT_ROSTERED);
            assertThat(browser.cookie("__Host-galileo-bounced")).isNull();
        }
        assertThat(attempts.rows())
                .extracting(row -> row.get("reason"))
                .hasSize(4)
                .containsOnly("not_rostered");
    }

    private String toClever(HttpResponse<String> dropped) {
        return String.valueOf(browser.location(browser.get(String.valueOf(browser.location(dropped)))));
    }

    private int sessionsOf(String name) {
        return db.queryForList("select 1 from sso.spring_session where principal_name = ?", name)
                .size();
    }
}
