package org.galileok12.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person meets who has to say first who to be. */
class LocalCleverPortalTest {

    private static final LocalClever clever = LocalClever.start();
    private final SigningIn browser = new SigningIn(clever);
    private SchoolDistrict springfield = clever.district("Springfield");
    private ListedPerson amy = springfield.student("Amy Ng");

    @BeforeEach
    void a_district_with_two_people() {
        clever.reset();
        springfield = clever.district("Springfield");
        amy = springfield.student("Amy Ng").grade("Other");
        springfield.teacher("Ruth <b>O'Kafor</b>");
        clever.signIn().redirectUris(SigningIn.BACK);
    }

    @AfterAll
    static void stop() {
        clever.close();
    }

    @Test
    void who_is_not_signed_in_to_clever_picks_somebody_and_goes_on_where_it_began() {
        HttpResponse<String> page = browser.authorize(Map.of());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Amy Ng", "grade Other", "Ruth &lt;b&gt;O&#39;Kafor")
                .doesNotContain("<b>");

        HttpResponse<String> picked = browser.submit("/sign-in", Map.of("person", amy.id(), "next", next(page.body())));
        String cookie = picked.headers().firstValue("set-cookie").orElse("");
        HttpResponse<String> back =
                browser.get(picked.headers().firstValue("location").orElse(""), "Cookie", cookie.split(";", 2)[0]);

        assertThat(cookie).startsWith(SignIn.sessionOf(amy.id())).contains("HttpOnly");
        assertThat(browser.returned(back)).containsEntry("state", "s&t/t+e");
    }

    @Test
    void people_are_found_by_name_or_grade() {
        assertThat(browser.authorize(Map.of("q", "ruth")).body())
                .contains("Kafor")
                .doesNotContain("Amy");
        assertThat(browser.authorize(Map.of("q", "grade other")).body())
                .contains("Amy")
                .doesNotContain("Kafor");
    }

    @Test
    void the_school_is_asked_for_unless_there_is_one_or_it_is_named() {
        SchoolDistrict shelbyville = clever.district("Shelbyville");
        shelbyville.student("Zoe Other");

        assertThat(browser.authorize(Map.of()).body())
                .contains("Where is your school?", "district_id=" + shelbyville.id())
                .doesNotContain("Amy");
        assertThat(browser.authorize(Map.of("district_id", shelbyville.id())).body())
                .contains("Zoe")
                .doesNotContain("Amy");
    }

    @Test
    void somebody_of_another_district_is_asked_again() {
        SchoolDistrict shelbyville = clever.district("Shelbyville");
        String session = SignIn.sessionOf(amy.id());

        assertThat(browser.authorize(Map.of("district_id", shelbyville.id()), "Cookie", session)
                        .statusCode())
                .isEqualTo(200);
        assertThat(browser.authorize(Map.of("district_id", springfield.id()), "Cookie", session)
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void the_portals_icon_begins_a_login_that_nobody_asked_for() {
        String session = SignIn.sessionOf(amy.id());
        HttpResponse<String> portal = browser.get("/portal", "Cookie", session);
        assertThat(portal.body()).contains("Amy Ng");

        HttpResponse<String> icon = browser.get(first("href=\"([^\"]+)\"", portal.body()), "Cookie", session);

        assertThat(browser.returned(icon)).containsKey("code").doesNotContainKey("state");
        assertThat(browser.exchange(browser.returned(icon).getOrDefault("code", ""))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void who_logs_out_of_clever_is_asked_again() {
        HttpResponse<String> out = browser.submit("/sign-out", Map.of());

        assertThat(out.headers().firstValue("set-cookie").orElse("")).contains("Max-Age=0");
        assertThat(browser.get("/portal").body()).contains("Log in to Clever");
        assertThat(browser.get("/portal", "Cookie", SignIn.sessionOf("not a person"))
                        .body())
                .contains("Log in to Clever");
    }

    @Test
    void nobody_is_led_to_another_site() {
        assertThat(browser.submit("/sign-in", Map.of("person", amy.id(), "next", "//evil.example"))
                        .statusCode())
                .isEqualTo(400);
    }

    private static String next(String page) {
        return first("name=\"next\" value=\"([^\"]+)\"", page);
    }

    private static String first(String pattern, String page) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        return found.find() ? found.group(1).replace("&amp;", "&") : "";
    }
}
