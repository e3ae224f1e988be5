package org.galileok12.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.galileok12.run.Progress;
import org.galileok12.simulator.ListedPerson;
import org.galileok12.simulator.SchoolDistrict;
import org.galileok12.sso.KeyFiles;
import org.galileok12.sso.SsoSwitch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The product asks whose sessions to end, with an account that can do nothing else. */
@SuppressWarnings("NullAway.Init")
class ProductAccessTest extends ApiScenario {

    private static final String PRODUCT = "product";
    private static final String SECRET = "galilei";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static int districts;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path keys;

    @Autowired
    private SsoSwitch sso;

    private SchoolDistrict district;
    private ListedPerson amy;

    @DynamicPropertySource
    static void product(DynamicPropertyRegistry registry) {
        registry.add("galileo.product.user", () -> PRODUCT);
        registry.add("galileo.product.password-hash", () -> new BCryptPasswordEncoder(10).encode(SECRET));
        registry.add("galileo.sso.login-url", () -> "http://localhost:8082/login");
        registry.add("galileo.sso.keys", () -> KeyFiles.rsa(keys, "key.pem").toString());
        registry.add("galileo.sso.public-url", () -> "https://clever.galileo.test");
    }

    @BeforeEach
    void aSignedInDistrict() {
        district = CLEVER.district("Product " + ++districts);
        amy = district.student("Amy Ng", district.school("North"));
        district.student("Bob Ode", district.school("South"));
        districtSync.sync(district.id(), false, Progress.NONE);
        sso.on(district.id(), null, null, "olga");
    }

    @Test
    void the_product_learns_who_is_active_and_who_left() throws Exception {
        var since = db.queryForObject("select now()::text", String.class);
        assertThat(asked("/api/sso/active/" + amy.id()).body()).isEqualTo("{\"active\":true,\"roles\":[\"student\"]}");

        amy.remove();
        districtSync.sync(district.id(), false, Progress.NONE);

        assertThat(asked("/api/sso/active/" + amy.id() + "?district=" + district.id())
                        .body())
                .isEqualTo("{\"active\":false,\"roles\":[]}");
        var moment = String.valueOf(since).replace(' ', 'T').replaceFirst("\\+00$", "Z");
        var left = asked("/api/sso/deactivated?since=" + moment + "&district=" + district.id());
        assertThat(left.statusCode()).isEqualTo(200);
        assertThat(json(left).at("/people/0/cleverId").asText()).isEqualTo(amy.id());
        assertThat(json(left).path("until").asText()).isNotBlank();
        assertThat(left.body()).doesNotContain("Amy", "Ng");
    }

    @Test
    void a_batch_has_up_to_a_thousand_ids() throws Exception {
        var most = "{\"ids\":[" + String.join(",", Collections.nCopies(1000, "\"" + amy.id() + "\""))
                + "],\"district\":\"" + district.id() + "\"}";

        var answer = send(batch(most));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer))
                .hasSize(1000)
                .allMatch(person -> person.path("active").asBoolean());
        assertThat(send(batch(most.replace("[", "[7,"))).statusCode()).isEqualTo(400);
    }

    @Test
    void the_operator_may_ask_too_and_nobody_else() throws Exception {
        var path = "/api/sso/active/" + amy.id();

        assertThat(get(path).statusCode()).isEqualTo(200);
        assertThat(send(request(path)).statusCode()).isEqualTo(401);
        assertThat(send(signedIn(path, PRODUCT, PASSWORD)).statusCode()).isEqualTo(401);
        assertThat(send(signedIn(path, USER, SECRET)).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/held",
                "/api/runs/41",
                "/api/explain/7",
                "/api/sso",
                "/api/sso/activex",
                "/api/sso/active/7/x",
                "/api/districts/0123456789abcdef01234567/sso",
                "/nowhere"
            })
    void s78_the_products_account_reaches_nothing_else(String path) throws Exception {
        var looked = send(signedIn(path, PRODUCT, SECRET));
        assertThat(looked.statusCode()).isEqualTo(403);
        assertThat(error(looked)).isEqualTo("The account may not do this.");
        assertThat(send(signedIn(path, PRODUCT, SECRET)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"on\":true}")))
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/sso/active/can%27ary               | A row is named by Clever's id",
                "/api/sso/active/7?district=canary       | A district is named by Clever's id",
                "/api/sso/deactivated                    | Say ?since= as a moment",
                "/api/sso/deactivated?since=canary       | Say ?since= as a moment",
                "/api/sso/deactivated?since=2026-11-25T08:00:00Z&district=1 | A district is named",
            })
    void what_does_not_fit_is_one_sentence(String path, String sentence) throws Exception {
        var response = asked(path);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(error(response)).startsWith(sentence);
        assertThat(response.body()).doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{\"ids\":[]}", "{\"ids\":\"7\"}", "{\"ids\":[{}]}", "{\"ids\":[\"x,7\"]}"})
    void a_batch_that_does_not_fit_is_refused(String body) throws Exception {
        assertThat(send(batch(body)).statusCode()).isEqualTo(400);
    }

    @Test
    void a_product_with_an_old_password_is_told_to_wait_and_the_operator_is_not() throws Exception {
        var request = signedIn("/api/sso/active/" + amy.id(), PRODUCT, "old");
        var answers = Stream.generate(() -> later(request)).limit(60).toList();

        assertThat(get("/api/held").statusCode()).isEqualTo(200);
        assertThat(answers.stream().map(CompletableFuture::join).toList())
                .allMatch(answer -> answer.statusCode() == 401
                        || answer.statusCode() == 503
                                && answer.headers().firstValue("Retry-After").isPresent())
                .anyMatch(answer -> answer.statusCode() == 401)
                .anyMatch(answer -> answer.body()
                        .equals("{\"error\":\"Too many passwords at the same time. Try again in a second.\"}"));
        assertThat(asked("/api/sso/active/" + amy.id()).statusCode()).isEqualTo(200);
    }

    @Test
    void questions_that_hang_leave_connections_to_logins() throws Exception {
        var request = signedIn("/api/sso/active/" + amy.id(), PRODUCT, SECRET);
        assertThat(send(request).statusCode()).isEqualTo(200);
        try (var connection = Objects.requireNonNull(db.getDataSource()).getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table galileo.person in access exclusive mode");
            var hanging = Stream.generate(() -> later(request)).limit(3).toList();
            await().until(() -> waiting() == 3);

            var one = send(request);
            var list = asked("/api/sso/deactivated?since=2026-11-25T08:00:00Z");
            connection.rollback();

            assertThat(List.of(one.statusCode(), list.statusCode())).containsOnly(503);
            assertThat(one.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(error(one)).isEqualTo("Too many questions at the same time. Ask again in a second.");
            assertThat(hanging.stream().map(answer -> answer.join().statusCode()))
                    .containsOnly(200);
        }
    }

    private int waiting() {
        return Objects.requireNonNull(db.queryForObject(
                "select count(*) from pg_stat_activity where application_name = 'galileo-clever sso' and wait_event_type = 'Lock'",
                Integer.class));
    }

    private static CompletableFuture<HttpResponse<String>> later(HttpRequest.Builder request) {
        return CLIENT.sendAsync(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> asked(String path) throws Exception {
        return send(signedIn(path, PRODUCT, SECRET));
    }

    private HttpRequest.Builder batch(String body) {
        return signedIn("/api/sso/active", PRODUCT, SECRET)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }
}
