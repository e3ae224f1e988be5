package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may arrive at the callback and at the start of a login, and what is refused before anything is asked of Clever. */
class CallbackInputTest extends SsoScenario {

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "?state=some-state-1234", "?code=&state=some-state-1234", "?code=", "?scope=x"})
    void s15_neither_code_nor_error(String query) {
        attempts.refused(browser, browser.get(CALLBACK + query), Reason.NO_CODE, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "HEAD", "OPTIONS", "DELETE"})
    void s16_a_callback_is_only_ever_got(String method) {
        var back = beginLogin(browser);

        var answer = browser.send(method, back, "");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET");
        attempts.written(Reason.WRONG_METHOD);
        assertThat(attempts.tokenCalls()).isZero();
        browser.get(back);
        assertThat(signedInAs(browser)).isEqualTo(nameOf(student));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code=a%00b&state=s",
                "code=a%0d%0aSet-Cookie:%20evil=1&state=s",
                "code=a&state=s%0aevil",
                "code=a&state=%ff%fe",
                "code=a&state=%c0%af",
                "code=%e2%80%ae&state=s",
                "code=a&code=b&state=s",
                "code=a&state=s&state=t",
                "code=a&error=b&state=s"
            })
    void s18_what_can_be_read_in_two_ways_is_not_read(String query) {
        attempts.refused(browser, browser.get(CALLBACK + "?" + query), Reason.UNREADABLE, 0);
        assertThat(attempts.log().lines()).noneMatch(line -> line.contains("evil"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"code", "state"})
    void s18_ten_kilobytes_are_refused(String name) {
        var other = name.equals("code") ? "state" : "code";

        attempts.refused(
                browser,
                browser.get(CALLBACK + "?" + other + "=short&" + name + "=" + "x".repeat(10_240)),
                Reason.UNREADABLE,
                0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login/oauth2/code/google", "/login/oauth2/code/CLEVER", "/oauth2/authorization/google"})
    void s19_there_is_no_other_provider(String path) {
        var back = beginLogin(browser);

        attempts.refused(browser, browser.get(path + back.substring(back.indexOf('?'))), Reason.UNKNOWN_PROVIDER, 0);

        browser.get(back);
        assertThat(signedInAs(browser)).isEqualTo(nameOf(student));
    }

    @Test
    void s22_where_clever_sends_people_back_to_does_not_depend_on_what_a_request_says_of_its_host() {
        var expected = browser.location(browser.get(START));
        for (var spoofed : List.of(
                new String[] {"X-Forwarded-Host", "evil.example"},
                new String[] {"X-Forwarded-Proto", "http"},
                new String[] {"X-Forwarded-Prefix", "/evil"},
                new String[] {"X-Forwarded-Port", "666"},
                new String[] {"Forwarded", "host=evil.example;proto=http"})) {
            var begun = browser.get(START, spoofed);

            assertThat(redirectUri(String.valueOf(browser.location(begun))))
                    .isEqualTo(redirectUri(String.valueOf(expected)))
                    .isEqualTo(PUBLIC_URL + CALLBACK);
        }
        var back = beginLogin(browser);
        var landed = browser.get(back, "X-Forwarded-Host", "evil.example");
        assertThat(landed.headers().firstValue("Location")).hasValue("/signing-in");
    }

    @ParameterizedTest
    @MethodSource("obeyed")
    void s23_what_camel_would_obey_is_nothing_to_a_login(String name) {
        browser.setCookie(name, "evil");
        var start = browser.get(START + "?" + name + "=evil", name, "evil");
        var back = browser.location(browser.get(String.valueOf(browser.location(start))));

        var landed = browser.get(back + "&" + name + "=evil", name, "evil");

        assertThat(landed.statusCode()).isEqualTo(302);
        attempts.written(Reason.ADMITTED);
        assertThat(signedInAs(browser)).isEqualTo(nameOf(student));
        var other = newBrowser();
        other.setCookie(name, "evil");
        watch();
        attempts.refused(
                other,
                other.get(CALLBACK + "?error=access_denied&" + name + "=evil", name, "evil"),
                Reason.CANCELLED,
                0);
    }

    @ParameterizedTest
    @MethodSource("obeyed")
    void s23_nor_to_the_forms_of_somebody_who_is_signed_in(String name) {
        browser.setCookie(name, "evil");
        var landed = browser.open(START);
        var field = "&" + name + "=evil";

        var chosen = browser.post(
                "/switch-role?" + name + "=evil",
                "_csrf=" + HandOffPage.csrf(landed) + "&role=student" + field,
                name,
                "evil");
        assertThat(HandOffPage.claims(browser, chosen).getClaim("role")).isEqualTo("student");
        assertThat(chosen.body()).doesNotContain("evil");

        var out = browser.post("/logout?" + name + "=evil", "_csrf=" + HandOffPage.csrf(chosen) + field, name, "evil");
        assertThat(browser.location(out)).isEqualTo(PUBLIC_URL + "/logout");
        assertThat(signedInAs(browser)).isNull();
    }

    @ParameterizedTest
    @MethodSource("obeyed")
    void s23_nor_to_any_path_that_is_got_or_posted_to(String name) {
        for (var path : List.of(
                START,
                CALLBACK,
                "/login",
                "/logout",
                "/signing-in",
                "/switch-role",
                "/.well-known/jwks.json",
                "/sso/assets/sso.css")) {
            for (var method : List.of("GET", "POST")) {
                var plain = newBrowser();
                var laden = newBrowser();
                laden.setCookie(name, "evil");

                var expected = plain.send(method, path, method.equals("POST") ? "a=b" : "");
                var answer = laden.send(
                        method,
                        path + "?" + name + "=evil",
                        method.equals("POST") ? "a=b&" + name + "=evil" : "",
                        name,
                        "evil");

                assertThat(answer.statusCode()).as(method + " " + path).isEqualTo(expected.statusCode());
                assertThat(withoutQuery(laden.location(answer))).isEqualTo(withoutQuery(plain.location(expected)));
                assertThat(answer.body()).hasSize(expected.body().length()).doesNotContain("evil");
            }
        }
        assertThat(attempts.asked()).isEqualTo(Asked.NOTHING);
    }

    static List<String> obeyed() {
        return List.of(
                "CamelBeanMethodName",
                "CAmelHttpUri",
                "CamelHttpPath",
                "CamelJdbcRetrieveGeneratedKeys",
                "CamelSqlQuery",
                "org.apache.camel.x");
    }

    private static String withoutQuery(@Nullable String address) {
        return String.valueOf(address).replaceFirst("\\?.*", "");
    }

    @Test
    void what_anybody_can_send_is_counted_and_fills_no_table() {
        try (var node = node("--galileo.sso.attempt-rows-a-second=1")) {
            var someone = browser.at(portOf(node));
            var began = System.nanoTime();
            for (var i = 0; i < 20; i++) {
                attempts.shown(someone.get(CALLBACK + "?scope=x"), Reason.NO_CODE);
            }
            var seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();

            var counters = node.getBean(MeterRegistry.class);
            assertThat(counters.counter(Attempts.COUNTER, "reason", "no_code").count())
                    .isEqualTo(20);
            assertThat(attempts.rows()).hasSizeBetween(1, (int) seconds + 2);
            assertThat(counters.counter("galileo.sso.attempts.unwritten").count())
                    .isEqualTo(20 - attempts.rows().size());
            assertThat(attempts.log().ours(Level.WARN)).anyMatch(line -> line.contains("not written down"));
            // Who comes from Clever is written down all the same.
            signIn(someone);
            assertThat(attempts.rows())
                    .last()
                    .extracting(row -> row.get("reason"))
                    .isEqualTo("admitted");
        }
    }

    @Test
    void the_start_takes_nothing_but_a_district_and_a_page() {
        var start = browser.get(START + "?district_id=" + district.id()
                + "&redirect_uri=https://evil.example&state=evil-state&scope=evil&confirmed=false");

        assertThat(browser.location(start))
                .contains("district_id=" + district.id())
                .doesNotContain("evil", "confirmed");
        assertThat(browser.location(browser.get(START + "?district_id=%22%3E%3Cscript%3E")))
                .doesNotContain("district_id", "script");
    }

    private static String redirectUri(String address) {
        return address.replaceFirst(".*[?&]redirect_uri=([^&]*).*", "$1");
    }
}
