package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.galileok12.house.Canaries;
import org.galileok12.simulator.SignInCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions, where a login leads to, and what it leaves behind: devices are shared. */
class SharedDeviceTest extends SsoScenario {

    private static final String SESSION = "__Host-galileo-session";

    private static final String PLANTED = "cGxhbnRlZC1ieS1hbi1hdHRhY2tlcg==";
    private static final String STUDENT = Canaries.FIRST_NAME + " " + Canaries.LAST_NAME;

    @Test
    void s60_a_session_id_that_somebody_planted_is_not_the_one_after_the_login() {
        browser.setCookie(SESSION, PLANTED);

        signIn(browser);

        assertThat(browser.cookie(SESSION)).isNotEqualTo(PLANTED);
        var attacker = newBrowser();
        attacker.setCookie(SESSION, PLANTED);
        assertThat(signedInAs(attacker)).isNull();
        assertThat(attacker.location(attacker.get("/signing-in"))).isEqualTo(PUBLIC_URL + "/login");
    }

    @Test
    void s60_a_live_session_that_somebody_planted_is_over_after_the_login() {
        var attacker = newBrowser();
        CLEVER.signIn().as(teacher);
        signIn(attacker);
        var planted = String.valueOf(attacker.cookie(SESSION));
        CLEVER.signIn().as(student);
        browser.setCookie(SESSION, planted);

        signIn(browser);

        assertThat(signedInAs(browser)).isEqualTo(nameOf(student));
        assertThat(browser.cookie(SESSION)).isNotEqualTo(planted);
        assertThat(signedInAs(attacker)).isNull();
        assertThat(attacker.location(attacker.get("/signing-in"))).isEqualTo(PUBLIC_URL + "/login");
    }

    @Test
    void s61_on_a_shared_device_the_next_person_takes_nothing_over() {
        signIn(browser);
        var first = String.valueOf(browser.cookie(SESSION));
        assertThat(browser.get("/signing-in").body()).contains(STUDENT);
        CLEVER.signIn().as(teacher);

        var landed = browser.open(CALLBACK + "?code=" + CLEVER.signIn().codeFor(teacher));

        assertThat(landed.body()).contains("Ruth Okafor").doesNotContain(STUDENT);
        assertThat(HandOffPage.claims(browser, landed).getClaim("clever_id")).isEqualTo(teacher.id());
        var before = newBrowser();
        before.setCookie(SESSION, first);
        assertThat(signedInAs(before)).isNull();
        assertThat(db.queryForList("""
                        select convert_from(a.attribute_bytes, 'UTF8') from sso.spring_session_attributes a
                        join sso.spring_session s on s.primary_id = a.session_primary_id
                        where s.principal_name in (?, ?)
                        """, String.class, nameOf(student), nameOf(teacher)))
                .singleElement()
                .asString()
                .startsWith(nameOf(teacher) + ":teacher:teacher:");
    }

    @Test
    void s61_somebody_who_does_not_come_in_ends_the_session_of_who_was_there_before() {
        signIn(browser);
        CLEVER.signIn().as(district.student("Ben Ortiz", district.school("South")));
        watch();

        var refused = browser.open(START);

        attempts.shown(refused, Reason.NOT_ROSTERED);
        attempts.written(Reason.NOT_ROSTERED);
        assertThat(browser.cookie(SESSION)).isNull();
        assertThat(browser.location(browser.get("/signing-in"))).isEqualTo(PUBLIC_URL + "/login");
        assertThat(db.queryForList("select 1 from sso.spring_session where principal_name = ?", nameOf(student)))
                .isEmpty();
    }

    @Test
    void s61_an_account_that_no_district_vouches_for_ends_it_too() {
        signIn(browser);
        CLEVER.signIn().on(SignInCall.ME).changed(me -> {
            ((ObjectNode) me.path("data")).put("authorized_by", "library");
            return me;
        });

        attempts.shown(browser.open(START), Reason.IDENTITY_REJECTED);

        assertThat(signedInAs(browser)).isNull();
        assertThat(browser.location(browser.get("/signing-in"))).isEqualTo(PUBLIC_URL + "/login");
    }

    @Test
    void s61_a_login_that_names_nobody_leaves_who_was_there_before() {
        signIn(browser);
        CLEVER.signIn().on(SignInCall.TOKEN).answer(503);

        attempts.shown(browser.open(START), Reason.CLEVER_DOWN);

        assertThat(signedInAs(browser)).isEqualTo(nameOf(student));
    }

    @Test
    void s62_cookies_are_this_hosts_alone_and_come_along_when_another_site_leads_here() {
        var start = browser.get(START);
        var callback =
                browser.get(String.valueOf(browser.location(browser.get(String.valueOf(browser.location(start))))));
        var landing = browser.get("/signing-in");

        var set = Stream.of(start, callback, landing)
                .flatMap(answer -> answer.headers().allValues("Set-Cookie").stream())
                .filter(line -> !line.contains("Max-Age=0"))
                .toList();
        assertThat(set.stream().map(line -> line.replaceFirst("=.*", "")))
                .contains("__Host-galileo-login", SESSION, "__Host-galileo-csrf");
        assertThat(set)
                .allSatisfy(line -> assertThat(line)
                        .startsWith("__Host-")
                        .containsPattern("; Path=/(;|$)")
                        .containsPattern("; Secure(;|$)")
                        .containsPattern("; HttpOnly(;|$)")
                        .containsPattern("; SameSite=Lax(;|$)")
                        .doesNotContainIgnoringCase("Domain="));
    }

    @Test
    void s63_a_page_of_the_list_goes_along_to_the_product() {
        var landed = browser.open(START + "?return_to=%2Fclasses%2F7");

        assertThat(HandOffPage.claims(browser, landed).getClaim("return_to")).isEqualTo("/classes/7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "\\\\evil.example",
                "/\\evil.example",
                "https:evil.example",
                "https://evil.example/classes/7",
                "javascript:alert(1)",
                "%2F%2Fevil.example",
                "/classes/%2e%2e/admin",
                "/classes/../admin",
                "@evil.example",
                "/classes/7\r\nLocation: https://evil.example",
                "/admin"
            })
    void s63_any_other_page_is_left_out_wherever_it_is_asked_for(String asked) {
        var query = "?return_to=" + URLEncoder.encode(asked, StandardCharsets.UTF_8);

        var login = browser.get("/login" + query);
        assertThat(login.statusCode()).isEqualTo(200);
        assertThat(login.body()).contains("href=\"" + START + "\"");
        var begun = browser.get(START + query);
        if (begun.statusCode() == 302) {
            browser.follow(begun);
        } else {
            signIn(browser);
        }
        var landed = browser.get("/signing-in" + query);

        assertThat(HandOffPage.claims(browser, landed).getClaims()).doesNotContainKey("return_to");
        assertThat(login.body() + begun.body() + landed.body()).doesNotContain("evil", "admin", "alert(");
        assertThat(browser.visited()).allMatch(address -> !address.startsWith("https://evil"));
    }

    @Test
    void s64_neither_address_nor_referer_nor_metric_nor_log_holds_code_or_state() {
        var landed = browser.open(START);

        assertThat(browser.visited().get(browser.visited().size() - 1)).isEqualTo(PUBLIC_URL + "/signing-in");
        var secrets = browser.secrets();
        assertThat(secrets).hasSizeGreaterThan(3);
        assertThat(landed.body()).doesNotContain(secrets);
        attempts.nothingSecretIsLogged(browser);
        var labels = meters.getMeters().stream()
                .flatMap(meter -> meter.getId().getTags().stream())
                .map(tag -> tag.getValue())
                .collect(Collectors.joining("\n"));
        assertThat(labels).doesNotContain(secrets).doesNotContain(student.id());
    }

    @Test
    void s64_an_access_log_that_an_operator_turns_on_holds_no_query(@TempDir Path folder) throws Exception {
        try (var node = node(
                "--server.tomcat.accesslog.enabled=true",
                "--server.tomcat.accesslog.buffered=false",
                "--server.tomcat.accesslog.directory=" + folder)) {
            var someone = browser.at(portOf(node));
            someone.open(START + "?return_to=%2Fclasses%2F7");

            // The container writes a line when the answer is gone already.
            await().untilAsserted(() -> assertThat(lines(folder)).contains("GET /signing-in "));
            var log = lines(folder);
            assertThat(log).contains("GET " + CALLBACK + " ");
            assertThat(log).doesNotContain(someone.secrets()).doesNotContain("?", "code=", "return_to");
        }
    }

    @Test
    void the_public_keys_are_for_everybody_and_may_be_cached() throws IOException, InterruptedException {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/.well-known/jwks.json"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/jwk-set+json");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=300, public");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(answer.body()).contains("\"kty\":\"RSA\"").doesNotContain("\"d\"", "\"p\"", "\"q\"");
    }

    @Test
    void the_files_of_a_page_are_there_and_no_others() {
        for (var file : List.of("sso.css", "sso.js", "galileo.svg")) {
            var answer = browser.get("/sso/assets/" + file);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=600, public");
            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        }
        assertThat(browser.get("/sso/assets/sso.properties").statusCode()).isNotEqualTo(200);
        assertThat(browser.get("/sso/assets/../sso/assets/sso.css").statusCode())
                .isNotEqualTo(200);
    }

    private static String lines(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            var text = new StringBuilder();
            for (var file : files.toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        }
    }
}
