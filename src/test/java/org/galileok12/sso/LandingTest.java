package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.galileok12.house.Canaries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Between the login and the product: who is told to be logged in, as what, and until when. */
class LandingTest extends SsoScenario {

    private static final Pattern CHOICE = Pattern.compile("<button type=\"submit\" name=\"role\" value=\"(\\w+)\"");

    private static final String STUDENT = Canaries.FIRST_NAME + " " + Canaries.LAST_NAME;

    @Test
    void a_student_is_handed_over_by_a_form_that_posts_a_new_token_each_time() {
        student.grade("Other");
        sync();
        var landed = browser.open(START);

        var claims = HandOffPage.claims(browser, landed);
        assertThat(claims.getIssuer()).isEqualTo(PUBLIC_URL);
        assertThat(claims.getAudience()).containsExactly(LOGIN_URL);
        assertThat(claims.getClaims())
                .containsEntry("clever_id", student.id())
                .containsEntry("district", district.id())
                .containsEntry("role", "student")
                .containsEntry("roles", List.of("student"))
                .containsEntry("grade", Map.of("label", "6+", "min", 6L, "max", 12L));
        assertThat(claims.getClaim("district_id") + ":" + claims.getSubject()).isEqualTo(nameOf(student));
        assertThat(landed.body())
                .contains(
                        "<form method=\"post\" id=\"hand-off\" action=\"" + LOGIN_URL
                                + "\" data-again=\"/signing-in\">",
                        STUDENT);
        assertThat(landed.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(landed.headers().firstValue("Referrer-Policy")).hasValue("strict-origin");
        assertThat(landed.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("script-src 'self';", "form-action 'self' http://localhost:8082")
                        .doesNotContain("unsafe"));
        var again = browser.get("/signing-in");
        assertThat(HandOffPage.claims(browser, again).getJWTID()).isNotEqualTo(claims.getJWTID());
        assertThat(browser.visited()).noneMatch(address -> address.contains("eyJ"));
        attempts.nothingSecretIsLogged(browser);
    }

    @Test
    void who_has_several_roles_chooses_one_with_the_highest_first() {
        teacher.alsoStaff("Principal").alsoDistrictAdmin("Superintendent");
        sync();
        CLEVER.signIn().as(teacher);

        var choice = browser.open(START + "?return_to=%2Fclasses%2F7");
        assertThat(HandOffPage.handsOver(choice)).isFalse();
        assertThat(roles(choice)).containsExactly("district_admin", "staff", "teacher");

        var chosen = browser.post(
                "/switch-role", "_csrf=" + HandOffPage.csrf(choice) + "&role=teacher&return_to=%2Fclasses%2F7");
        var claims = HandOffPage.claims(browser, chosen);
        assertThat(claims.getClaims())
                .containsEntry("role", "teacher")
                .containsEntry("roles", List.of("district_admin", "staff", "teacher"))
                .containsEntry("return_to", "/classes/7");
        assertThat(session()).contains(":teacher:district_admin,staff,teacher:");

        var other = browser.post("/switch-role", "_csrf=" + HandOffPage.csrf(chosen) + "&role=staff");
        assertThat(HandOffPage.claims(browser, other).getClaim("role")).isEqualTo("staff");
        assertThat(session()).contains(":staff:district_admin,staff,teacher:");
    }

    @Test
    void the_role_chosen_last_stands_first_in_the_next_choice() {
        teacher.alsoStaff("Principal").alsoDistrictAdmin("Superintendent");
        sync();
        CLEVER.signIn().as(teacher);
        var choice = browser.open(START);

        browser.post("/switch-role", "_csrf=" + HandOffPage.csrf(choice) + "&role=teacher");

        assertThat(roles(browser.get("/signing-in"))).containsExactly("teacher", "district_admin", "staff");
        // Not one that was taken away meanwhile.
        teacher.noLonger("teacher");
        sync();
        assertThat(roles(browser.get("/signing-in"))).containsExactly("district_admin", "staff");
    }

    @Test
    void the_button_of_a_hand_off_asks_for_a_new_one_for_the_same_page() {
        assertThat(browser.open(START + "?return_to=%2Fclasses%2F7").body())
                .contains("data-again=\"/signing-in?return_to=%2Fclasses%2F7\"");
        assertThat(browser.get("/sso/assets/sso.js").body()).contains("location.assign(", "'data-again'");
    }

    @Test
    void the_choice_of_a_role_that_is_opened_by_its_address_is_offered_again_and_no_attempt() {
        browser.open(START);
        watch();

        var answer = browser.get("/switch-role?return_to=%2Fclasses%2F7");

        assertThat(browser.location(answer)).isEqualTo(PUBLIC_URL + "/signing-in?return_to=%2Fclasses%2F7");
        attempts.nothingWritten();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"&role=district_admin", "&role=contact", "&role=", "", "&role=TEACHER", "&role=student,staff"})
    void s69_a_role_that_the_person_does_not_have_leads_back(String role) {
        var landed = browser.open(START);

        var answer = browser.post("/switch-role", "_csrf=" + HandOffPage.csrf(landed) + role);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(browser.location(answer)).isEqualTo(PUBLIC_URL + "/signing-in");
        assertThat(session()).contains(":student:student:");
    }

    @Test
    void s67_no_other_site_can_switch_a_role_or_log_somebody_out() {
        browser.open(START);

        for (var path : List.of("/switch-role", "/logout")) {
            // Asked once more, by a page with a token of this moment.
            var asks = PUBLIC_URL + (path.equals("/logout") ? "/logout" : "/signing-in");
            for (var token : List.of("", "&_csrf=guessed")) {
                var answer = browser.post(path, "role=student" + token);
                assertThat(browser.location(answer)).isEqualTo(asks);
                assertThat(answer.body()).isEmpty();
            }
        }
        assertThat(signedInAs(browser)).isEqualTo(nameOf(student));
    }

    @Test
    void the_buttons_of_an_older_tab_still_lead_on() {
        var older = HandOffPage.csrf(browser.open(START));
        signIn(browser);

        var role = browser.post("/switch-role", "role=student&return_to=%2Fclasses%2F7&_csrf=" + older);
        assertThat(browser.location(role)).isEqualTo(PUBLIC_URL + "/signing-in?return_to=%2Fclasses%2F7");
        assertThat(HandOffPage.handsOver(browser.follow(role))).isTrue();

        var asked = browser.follow(browser.post("/logout", "_csrf=" + older));
        assertThat(asked.body()).contains("Do you want to log out?");
        browser.post("/logout", "_csrf=" + HandOffPage.csrf(asked));
        assertThat(signedInAs(browser)).isNull();
    }

    @Test
    void after_the_session_is_over_a_link_to_a_page_still_leads_there() {
        var answer = browser.get("/signing-in?return_to=%2Fclasses%2F7");

        assertThat(browser.location(answer)).isEqualTo(PUBLIC_URL + "/login?return_to=%2Fclasses%2F7");
        assertThat(browser.follow(answer).body()).contains(START + "?return_to=%2Fclasses%2F7");
        assertThat(browser.location(browser.get("/signing-in?return_to=%2Fadmin")))
                .isEqualTo(PUBLIC_URL + "/login");
    }

    @Test
    void s65_after_log_out_going_back_shows_nothing() {
        var landed = browser.open(START);
        assertThat(landed.headers().firstValue("Cache-Control")).hasValue("no-store");
        var cookie = String.valueOf(browser.cookie("__Host-galileo-session"));

        logOut(browser);

        browser.setCookie("__Host-galileo-session", cookie);
        var back = browser.get("/signing-in");
        assertThat(browser.location(back)).isEqualTo(PUBLIC_URL + "/login");
        assertThat(back.body()).isEmpty();
        assertThat(browser.get("/login").body()).doesNotContain(STUDENT);
        assertThat(browser.get("/logout").body()).contains("You are logged out").doesNotContain("<form");
    }

    @Test
    void s70_whoever_was_switched_off_meanwhile_is_told_so_and_logged_out() {
        browser.open(START);
        db.update("update sync.connection set sso = false where clever_id = ?", district.id());
        watch();

        var refused = browser.get("/signing-in");

        attempts.shown(refused, Reason.SSO_OFF);
        attempts.written(Reason.SSO_OFF);
        attempts.correlated(refused);
        assertThat(attempts.rows()).extracting(row -> row.get("person_id")).doesNotContainNull();
        assertThat(signedInAs(browser)).isNull();
        assertThat(browser.location(browser.get("/signing-in"))).isEqualTo(PUBLIC_URL + "/login");
    }

    @Test
    void s70_somebody_who_was_deactivated_meanwhile_is_told_so_and_logged_out() {
        browser.open(START);
        // As a sync does it; the session is one that began while it was about to end.
        db.update("update galileo.person set active = false where clever_id = ?", student.id());
        watch();

        var refused = browser.get("/signing-in");

        attempts.shown(refused, Reason.DEACTIVATED);
        attempts.written(Reason.DEACTIVATED);
        attempts.correlated(refused);
        assertThat(refused.body()).doesNotContain("eyJ", Canaries.FIRST_NAME);
        assertThat(signedInAs(browser)).isNull();
        assertThat(browser.location(browser.get("/signing-in"))).isEqualTo(PUBLIC_URL + "/login");
    }

    @Test
    void the_login_page_offers_clevers_button_and_passes_on_what_it_may() {
        var page = browser.get("/login?district_id=" + district.id() + "&return_to=%2Fclasses%2F7");

        assertThat(page.body())
                .contains("href=\"" + START + "?district_id=" + district.id() + "&amp;return_to=%2Fclasses%2F7\"")
                .contains("Log in with Clever");
        Attempts.notKept(page);
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(browser.get("/login?district_id=%22%3E%3Cscript%3E").body())
                .contains("href=\"" + START + "\"")
                .doesNotContain("<script>", "&lt;script");
    }

    @Test
    void the_login_page_tells_as_whom_somebody_is_logged_in() {
        browser.open(START);

        var page = browser.get("/login?return_to=%2Fclasses%2F7");

        assertThat(page.body())
                .contains(STUDENT, "href=\"/signing-in?return_to=%2Fclasses%2F7\"", "Log in with Clever");
        assertThat(browser.get("/logout").body()).contains("Do you want to log out?", "action=\"/logout\"");
    }

    @Test
    void a_database_that_is_gone_is_a_page_of_ours() {
        browser.open(START);
        db.execute("alter view sso.active_role rename to active_role_gone");
        try {
            watch();
            var answer = browser.get("/signing-in");

            attempts.shown(answer, Reason.ROSTER_DOWN);
            assertThat(signedInAs(browser)).isEqualTo(nameOf(student));
        } finally {
            db.execute("alter view sso.active_role_gone rename to active_role");
        }
        assertThat(HandOffPage.handsOver(browser.get("/signing-in"))).isTrue();
    }

    private List<String> roles(HttpResponse<String> page) {
        return CHOICE.matcher(page.body()).results().map(role -> role.group(1)).toList();
    }

    private String session() {
        return String.valueOf(db.queryForObject("""
                select convert_from(a.attribute_bytes, 'UTF8') from sso.spring_session_attributes a
                join sso.spring_session s on s.primary_id = a.session_primary_id
                where s.principal_name = ?
                """, String.class, String.valueOf(signedInAs(browser))));
    }
}
