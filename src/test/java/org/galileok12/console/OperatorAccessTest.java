package org.galileok12.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody but the operator gets in, by no path, and no other site can act in the operator's name. */
class OperatorAccessTest extends ApiScenario {

    private static final String DECISION = "/api/runs/41/reject";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/held",
                "/api/runs/41",
                "/api/runs/x",
                "/api/unknown",
                "/error",
                "/actuator/health",
                "/actuator/prometheus",
                "/favicon.ico",
                "/console",
                "/logout",
                "/login",
                "/api//held",
                "/api/held;x=1",
            })
    void every_path_needs_the_account(String path) throws Exception {
        for (var request : new HttpRequest.Builder[] {
            request(path),
            request(path).method("HEAD", BodyPublishers.noBody()),
            request(path).method("OPTIONS", BodyPublishers.noBody()),
            signedIn(path, USER, "wrong"),
            signedIn(path, "olgb", PASSWORD),
            signedIn(path, "", ""),
            request(path).header("Authorization", "Basic !!!"),
            request(path).header("Authorization", "Bearer " + USER)
        }) {
            var response = send(request);

            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(response.headers().firstValue("WWW-Authenticate"))
                    .hasValueSatisfying(value -> assertThat(value).startsWith("Basic realm="));
            assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(response.body()).isIn("", "{\"error\":\"Sign in with the operator's account.\"}");
        }
    }

    @Test
    void a_decision_of_nobody_is_refused_whatever_it_is_sent_as() throws Exception {
        for (String type : new String[] {"application/json", "text/plain"}) {
            var response = send(request(DECISION).header("Content-Type", type).POST(BodyPublishers.ofString("{}")));
            assertThat(response.statusCode()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/unknown", "/actuator/health", "/api/runs", "/login", "/error"})
    void behind_the_account_an_unknown_path_is_404(String path) throws Exception {
        var response = get(path);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEqualTo("{\"error\":\"There is nothing here.\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "text/plain",
                "text/plain; application/json",
                "application/jsonp",
                "nonsense"
            })
    void a_form_of_another_site_cannot_decide(String type) throws Exception {
        var response = send(signedIn(DECISION)
                .header("Content-Type", type)
                .header("Origin", "https://evil.example")
                .POST(BodyPublishers.ofString("{\"plan\":\"abcd1234\"}")));

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(error(response)).isEqualTo("A change must be sent as application/json.");
        assertThat(send(signedIn(DECISION).POST(BodyPublishers.noBody())).statusCode())
                .isEqualTo(415);
    }

    @Test
    void no_other_site_is_allowed_to_ask() throws Exception {
        var preflight = send(request(DECISION)
                .header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type, authorization")
                .method("OPTIONS", BodyPublishers.noBody()));
        var read = send(signedIn("/api/held").header("Origin", "https://evil.example"));

        assertThat(preflight.statusCode()).isEqualTo(401);
        for (var response : java.util.List.of(preflight, read)) {
            assertThat(response.headers().map().keySet())
                    .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control-"));
        }
    }

    @Test
    void no_answer_is_kept_framed_or_remembered_by_a_cookie() throws Exception {
        for (var response : java.util.List.of(get("/api/held"), get("/nowhere"), send(request("/api/held")))) {
            assertThat(response.headers().firstValue("Cache-Control"))
                    .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
            assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(response.headers().firstValue("X-Frame-Options")).hasValue("DENY");
            assertThat(response.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(response.headers().firstValue("Content-Security-Policy"))
                    .hasValue("default-src 'none'; frame-ancestors 'none'");
            assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        }
    }

    @ParameterizedTest
    @CsvSource({"/actuator/health, 200", "/actuator/info, 200", "/actuator/env, 404", "/api/held, 404"})
    void the_management_port_is_as_ever(String path, int status) throws Exception {
        assertThat(atManagementPort(path)).isEqualTo(status);
    }

    @Test
    void a_body_without_length_or_too_long_is_refused() throws Exception {
        var endless = send(signedIn(DECISION)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(new byte[] {'{', '}'}))));
        assertThat(endless.statusCode()).isEqualTo(411);
        assertThat(post(DECISION, "{\"x\":\"" + "y".repeat(20_000) + "\"}").statusCode())
                .isEqualTo(413);
    }

    private int atManagementPort(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + managementPort + path))
                        .timeout(Duration.ofSeconds(30)))
                .statusCode();
    }
}
