package org.galileok12.demo.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StandInTest extends ProductScenario {

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void a_student_sees_name_role_grade_school_and_classes() throws Exception {
        var login = post(student());

        assertThat(login.statusCode()).isEqualTo(303);
        assertThat(login.headers().firstValue("Location")).hasValue("/");
        assertThat(login.headers().firstValue("Set-Cookie").orElseThrow()).contains("HttpOnly", "SameSite=Lax");
        assertThat(get("/", cookie(login)).body())
                .contains(
                        "<dd>Student</dd>",
                        "<dd>6+</dd>",
                        "<dd>North</dd>",
                        "href=\"/classes/3\"",
                        "Tom Teach · Students: 1")
                .contains("Log out")
                .doesNotContain("Art");
    }

    @Test
    void s77_what_the_roster_says_is_never_read_as_html() throws Exception {
        assertThat(get("/", cookie(post(student()))).body())
                .contains("Ana O&#39;Neil &amp; &lt;b&gt;", "Maths &lt;script&gt;")
                .doesNotContain(STUDENT, "<script>");
    }

    @Test
    void a_teacher_sees_the_students_of_own_classes_only() throws Exception {
        var teacher = cookie(post(of("8", "teacher")));

        assertThat(get("/classes/3", teacher).body()).contains("O&#39;Neil");
        assertThat(get("/classes/4", teacher).statusCode()).isEqualTo(404);
    }

    @Test
    void a_student_sees_no_list_of_students() throws Exception {
        assertThat(get("/classes/3", cookie(post(student()))).body())
                .contains("Tom Teach")
                .doesNotContain("<li>");
    }

    @Test
    void staff_see_their_schools_and_a_district_admin_all() throws Exception {
        assertThat(get("/", cookie(post(of("11", "staff")))).body())
                .contains("Your schools", "South")
                .doesNotContain("<li>North");
        assertThat(get("/", cookie(post(of("10", "district_admin")))).body()).contains("<li>North", "<li>South");
    }

    @Test
    void who_has_several_roles_may_change() throws Exception {
        var both = student().claim("roles", List.of("teacher", "student"));

        assertThat(get("/", cookie(post(both))).body()).contains(issuer.url() + "/signing-in");
        assertThat(get("/", cookie(post(student()))).body()).doesNotContain("/signing-in");
    }

    @Test
    void a_link_leads_to_the_page_that_was_asked_for() throws Exception {
        assertThat(post(student().claim("return_to", "/classes/3")).headers().firstValue("Location"))
                .hasValue("/classes/3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example", "/classes/3\\..", "/logout", "/classes/3?x=1"})
    void any_other_page_is_not_gone_to(String page) throws Exception {
        assertThat(post(student().claim("return_to", page)).headers().firstValue("Location"))
                .hasValue("/");
    }

    @Test
    void the_next_person_at_a_shared_device_ends_the_session_before() throws Exception {
        var first = cookie(post(student()));
        var second = cookie(send(login(of("8", "teacher"), issuer.url()).header("Cookie", first)));

        assertThat(second).isNotEqualTo(first);
        assertThat(get("/", first).body()).contains("You are not signed in");
        assertThat(get("/", second).body()).contains("Tom Teach");
    }

    @Test
    void nothing_is_shown_after_log_out() throws Exception {
        var cookie = cookie(post(student()));
        var page = get("/", cookie);

        var logout = send(request("/logout").header("Cookie", cookie).POST(BodyPublishers.noBody()));

        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(logout.headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=0");
        assertThat(get("/", cookie).body()).contains("You are not signed in").doesNotContain("Neil");
        assertThat(get("/classes/3", cookie).statusCode()).isEqualTo(403);
    }

    @Test
    void a_session_is_over_after_a_school_day() throws Exception {
        var cookie = cookie(post(student()));
        clock.forward(Duration.ofHours(8));

        assertThat(get("/", cookie).body()).contains("You are not signed in");
    }

    @Test
    void a_used_hand_off_brings_nobody_in() throws Exception {
        var token = issuer.sign(student());
        send(login(token, issuer.url()));

        assertRefused(send(login(token, issuer.url())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null"})
    void s76_a_hand_off_that_another_site_posts_brings_nobody_in(String origin) throws Exception {
        assertRefused(send(login(student(), origin)));
    }

    @Test
    void s76_a_hand_off_without_an_origin_or_a_token_brings_nobody_in() throws Exception {
        assertRefused(send(request("/login").POST(BodyPublishers.ofString("token=" + issuer.sign(student())))));
        assertRefused(send(request("/login").header("Origin", issuer.url()).POST(BodyPublishers.noBody())));
        assertRefused(
                send(request("/login").header("Origin", issuer.url()).POST(BodyPublishers.ofString("token=%zz"))));
        assertRefused(send(request("/login")
                .header("Origin", issuer.url())
                .POST(BodyPublishers.ofString("token=" + "a".repeat(20_000)))));
    }

    @Test
    void the_session_of_somebody_who_was_switched_off_ends() throws Exception {
        var cookie = cookie(post(student()));
        issuer.gone.add("7");
        clock.forward(Duration.ofMinutes(1));

        assertThat(get("/", cookie).statusCode()).isEqualTo(403);
        issuer.gone.clear();
        assertThat(get("/", cookie).body()).contains("You are not signed in");
    }

    @Test
    void the_session_of_somebody_who_lost_the_role_acted_in_ends() throws Exception {
        var cookie = cookie(post(student()));
        issuer.withoutRole.add("7");
        clock.forward(Duration.ofMinutes(1));

        assertThat(get("/", cookie).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404})
    void that_sessions_cannot_end_any_more_is_an_error_in_the_log(int answer, CapturedOutput output) throws Exception {
        var cookie = cookie(post(student()));
        issuer.answered = answer;
        clock.forward(Duration.ofMinutes(1));

        assertThat(get("/", cookie).body()).contains("Maths");
        assertThat(output).containsPattern("ERROR .*Nobody's session ends: galileo-clever answered " + answer);
    }

    @Test
    void nobody_is_thrown_out_when_galileo_clever_does_not_answer() throws Exception {
        var cookie = cookie(post(student()));
        issuer.isDown = true;
        clock.forward(Duration.ofMinutes(1));

        assertThat(get("/", cookie).body()).contains("Maths");
    }

    @Test
    void without_a_session_there_is_only_the_way_in() throws Exception {
        assertThat(get("/", "").body()).contains(issuer.url() + "/login");
        assertThat(get("/", "galileo-product=made-up").body()).contains("You are not signed in");
        assertThat(get("/classes/3", "").statusCode()).isEqualTo(403);
        assertThat(get("/style.css", "").headers().firstValue("Content-Type")).hasValue("text/css; charset=utf-8");
    }

    private JWTClaimsSet.Builder student() {
        return issuer.claims(product.loginUrl(), clock.instant());
    }

    private JWTClaimsSet.Builder of(String person, String role) {
        return student()
                .subject(person)
                .claim("role", role)
                .claim("roles", List.of(role))
                .claim("grade", null);
    }

    private HttpResponse<String> post(JWTClaimsSet.Builder handOff) throws Exception {
        return send(login(handOff, issuer.url()));
    }

    private HttpRequest.Builder login(JWTClaimsSet.Builder handOff, String origin) throws JOSEException {
        return login(issuer.sign(handOff), origin);
    }

    private HttpRequest.Builder login(String token, String origin) {
        return request("/login")
                .header("Origin", origin)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("token=" + URLEncoder.encode(token, StandardCharsets.UTF_8)));
    }

    private HttpResponse<String> get(String path, String cookie) throws IOException, InterruptedException {
        return send(cookie.isEmpty() ? request(path) : request(path).header("Cookie", cookie));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(product.url() + path)).timeout(Duration.ofSeconds(20));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String cookie(HttpResponse<?> response) {
        return response.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    }

    private static void assertRefused(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(response.body()).contains("Please start again");
    }
}
