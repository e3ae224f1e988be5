package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A service with no setting of single sign-on synchronises rosters as ever, and has no door. */
@SpringBootTest(
        classes = org.galileok12.GalileoClever.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "galileo.operator.user=olga"})
class WithoutSsoTest extends AdmissionScenario {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("ssoPool") @SuppressWarnings("NullAway.Init")
    private HikariDataSource ssoPool;

    @DynamicPropertySource
    static void operator(DynamicPropertyRegistry registry) {
        registry.add("galileo.operator.password-hash", () -> new BCryptPasswordEncoder(10).encode("sesame"));
    }

    @Test
    void s85_rosters_are_synchronised_and_no_connection_of_single_sign_on_is_opened() {
        var amy = district.student("Amy Ng", north);
        district.student("Bob Ode", north);
        syncDone();
        amy.remove();
        syncDone();

        assertThat(one(
                        "select count(*) from galileo.person where district_id = ? and active",
                        Long.class,
                        districtId()))
                .isEqualTo(1);
        assertThat(ssoPool.isRunning()).isFalse();
    }

    @Test
    void s85_no_path_of_single_sign_on_is_there() throws Exception {
        for (var path : List.of(
                "/login",
                "/login/oauth2/code/clever",
                "/oauth2/authorization/clever",
                "/signing-in",
                "/switch-role",
                "/logout",
                "/.well-known/jwks.json",
                "/sso/assets/sso.css",
                "/api/sso/active/0123456789abcdef01234567",
                "/api/sso/deactivated?since=2026-11-25T08:00:00Z")) {
            assertThat(status("GET", path, "")).as(path).isEqualTo(401);
            assertThat(status("GET", path, "olga:sesame")).as(path).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/switch-role", "/logout", "/login", "/login/oauth2/code/clever", "/api/sso/active"})
    void s85_nothing_takes_a_form_or_a_question(String path) throws Exception {
        assertThat(status("POST", path, "")).isEqualTo(401);
        assertThat(status("POST", path, "olga:sesame")).isEqualTo(404);
    }

    private int status(String method, String path, String account) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        method.equals("POST") ? BodyPublishers.ofString("{\"ids\":[]}") : BodyPublishers.noBody());
        if (!account.isEmpty()) {
            var pair = account.getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        }
        return CLIENT.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
}
