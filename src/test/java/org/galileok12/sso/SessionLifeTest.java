package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** When a session begins and when it ends by itself. */
class SessionLifeTest extends SsoScenario {

    private static final long HOUR = 3_600_000;

    @Test
    void no_session_exists_before_a_login() {
        var before = db.queryForObject("select count(*) from sso.spring_session", Long.class);

        browser.get("/login");
        beginLogin(browser);
        browser.get("/signing-in");

        assertThat(db.queryForObject("select count(*) from sso.spring_session", Long.class))
                .isEqualTo(before);
        assertThat(browser.cookie("__Host-galileo-session")).isNull();
    }

    @Test
    void s66_a_session_ends_after_twelve_hours_however_busy_it_is() {
        signIn(browser);
        age("creation_time = creation_time - ?", 12 * HOUR + 1_000);

        assertThat(browser.location(browser.get("/signing-in"))).isEqualTo(PUBLIC_URL + "/login");

        assertThat(signedInAs(browser)).isNull();
        assertThat(sessions()).isZero();
    }

    @Test
    void s66_a_session_lives_until_then() {
        signIn(browser);
        age("creation_time = creation_time - ?", 12 * HOUR - 60_000);

        assertThat(browser.get("/signing-in").statusCode()).isEqualTo(200);
    }

    @Test
    void s66_a_session_ends_after_half_an_hour_of_silence() {
        signIn(browser);
        age("last_access_time = last_access_time - ?", HOUR / 2 + 1_000);

        assertThat(browser.location(browser.get("/signing-in"))).isEqualTo(PUBLIC_URL + "/login");
        assertThat(sessions()).isZero();
    }

    @Test
    void s72_a_row_that_nobody_of_us_wrote_is_nobodys_session() {
        signIn(browser);
        db.update(
                "update sso.spring_session_attributes a set attribute_bytes = ? from sso.spring_session s"
                        + " where s.primary_id = a.session_primary_id and s.principal_name = ?",
                new byte[] {(byte) 0xac, (byte) 0xed, 0, 5, 's', 'r'},
                nameOf(student));

        assertThat(browser.location(browser.get("/signing-in"))).isEqualTo(PUBLIC_URL + "/login");
    }

    @Test
    void every_cookie_is_this_hosts_alone_and_nothing_for_scripts() {
        var callback = browser.get(beginLogin(browser));

        var cookies = callback.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> !cookie.contains("Max-Age=0"))
                .toList();
        assertThat(cookies).anyMatch(cookie -> cookie.startsWith("__Host-galileo-session="));
        for (var cookie : List.of(cookies, browser.get(START).headers().allValues("Set-Cookie")).stream()
                .flatMap(List::stream)
                .toList()) {
            assertThat(cookie)
                    .startsWith("__Host-galileo-")
                    .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax")
                    .doesNotContain("Domain");
        }
    }

    @Test
    void s67_a_form_of_another_site_signs_nobody_out() {
        signIn(browser);

        var answer = browser.post("/logout", "_csrf=made-up");

        assertThat(browser.location(answer)).isEqualTo(PUBLIC_URL + "/logout");
        assertThat(signedInAs(browser)).isEqualTo(nameOf(student));
        logOut(browser);
        assertThat(sessions()).isZero();
    }

    private void age(String change, long millis) {
        db.update("update sso.spring_session set " + change + " where principal_name = ?", millis, nameOf(student));
    }

    private int sessions() {
        return db.queryForList("select 1 from sso.spring_session where principal_name = ?", nameOf(student))
                .size();
    }
}
