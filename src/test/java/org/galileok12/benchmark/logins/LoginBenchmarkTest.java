package org.galileok12.benchmark.logins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.galileok12.simulator.FreePort;
import org.galileok12.simulator.GeneratedDistrict;
import org.galileok12.simulator.GeneratedRoster;
import org.galileok12.simulator.LocalClever;
import org.galileok12.sso.KeyFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The benchmark of logins still runs, on a few of them in this JVM; and a login asks no more of the database than it may. */
class LoginBenchmarkTest {

    private static final int STUDENTS = 40;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static EmbeddedPostgres postgres;

    @SuppressWarnings("NullAway.Init")
    private static LocalClever clever;

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext service;

    @SuppressWarnings("NullAway.Init")
    private static IntFunction<String> people;

    private static int port;

    @BeforeAll
    static void service_with_a_roster() throws IOException {
        port = FreePort.any();
        var roster = GeneratedRoster.of(STUDENTS, 1).withoutContacts();
        people = number -> roster.student(number % STUDENTS);
        clever = LocalClever.start().withoutRecording();
        clever.serve(new GeneratedDistrict(roster));
        clever.signIn().redirectUris(redirectUri());
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .start();
        List<String> settings = new ArrayList<>(ServiceMain.settings(
                postgres.getJdbcUrl("postgres", "postgres"),
                clever.url(),
                port,
                KeyFiles.rsa(folder, "key.pem"),
                false));
        settings.add("--galileo.sso.deadline=1s");
        service = ServiceMain.start(settings);
        assertThat(ServiceMain.prepare(service)).isPositive();
    }

    @AfterAll
    static void all_stopped() throws IOException {
        service.close();
        clever.close();
        postgres.close();
    }

    @Test
    void logins_and_the_floor_are_measured() throws Exception {
        var load = new Load(port, clever.port());
        var control = new SignInControl(clever.port());
        var signIn = new SignInVisit(people, new HandedOver(port, LoginBenchmark.PRODUCT));
        control.heal();

        var closed = load.closed(signIn, 2, Duration.ofSeconds(1));
        assertThat(closed.failures()).isEqualTo("0");
        assertThat(closed.count()).isPositive();
        assertThat(closed.percentiles(Login::whole)).matches("\\d+ / \\d+ / \\d+");
        assertThat(control.callsPerLogin(closed.count())).isEqualTo("token 1.0, me 1.0, user 1.0");
        var open = load.open(signIn, 20, 2, Duration.ofSeconds(1));
        assertThat(open.failures()).isEqualTo("0");
        assertThat(open.count()).isEqualTo(20);
        for (var floor : List.of(Floor.service(), Floor.clever(people, redirectUri(), false))) {
            assertThat(load.closed(floor, 2, Duration.ofMillis(200)).failures()).isEqualTo("0");
        }
    }

    @Test
    void a_start_is_one_round_trip_of_ours_and_a_callback_three() throws IOException, SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection()) {
            var steps = new LoginSteps(port, clever.port(), people, new Statements(connection)).measure();

            assertThat(ours(steps.getOrDefault("start", Map.of()))).isEqualTo(1.0);
            assertThat(ours(steps.getOrDefault("callback", Map.of()))).isEqualTo(3.0);
            assertThat(ours(steps.getOrDefault("hand-off page", Map.of()))).isEqualTo(1.0);
        }
    }

    @Test
    void logins_hang_as_long_as_they_are_to() throws Exception {
        var control = new SignInControl(clever.port());
        try (var hung = HungLogins.begin(port, control, 3, people);
                var health = new Health(ServiceMain.port(service, "management"))) {
            await().untilAsserted(() -> assertThat(hung.answers()).isEqualTo("{callback 503=3}"));
            assertThat(health.percentiles()).doesNotContain("failed", "NaN");
        }
        assertThat(new Load(port, clever.port())
                        .closed(
                                new SignInVisit(people, new HandedOver(port, LoginBenchmark.PRODUCT)),
                                1,
                                Duration.ofMillis(200))
                        .failures())
                .isEqualTo("0");
    }

    /** Without Spring Session's. */
    private static double ours(Map<String, Double> calls) {
        return calls.entrySet().stream()
                .filter(each -> !each.getKey().matches("(?i)(begin|commit)")
                        && !each.getKey().contains("spring_session"))
                .mapToDouble(each -> Math.rint(each.getValue()))
                .sum();
    }

    private static String redirectUri() {
        return URI.create("http://127.0.0.1:" + port)
                .resolve(VirtualBrowser.CALLBACK)
                .toString();
    }
}
