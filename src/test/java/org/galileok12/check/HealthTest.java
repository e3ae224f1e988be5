package org.galileok12.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.galileok12.GalileoClever;
import org.galileok12.run.DistrictSync;
import org.galileok12.run.Progress;
import org.galileok12.run.RunRefused;
import org.galileok12.run.Runs;
import org.galileok12.simulator.LocalClever;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What a container platform asks the management port. The database is stopped for good by the last test. */
@SpringBootTest(
        classes = GalileoClever.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "sync.transaction-retry-delay=1",
            "spring.datasource.hikari.connection-timeout=1000"
        })
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DirtiesContext
class HealthTest {

    private static final Duration QUICK = Duration.ofSeconds(10);
    private static final EmbeddedPostgres POSTGRES = startPostgres();
    private static final LocalClever CLEVER = LocalClever.start();

    @LocalManagementPort
    private int port;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private CamelContext camel;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private DistrictSync districtSync;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Runs runs;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", () -> POSTGRES.getJdbcUrl("postgres", "postgres"));
        registry.add("spring.datasource.username", () -> "postgres");
        registry.add("spring.datasource.password", () -> "postgres");
        registry.add("clever.api-url", CLEVER::url);
        registry.add("clever.oauth-url", CLEVER::url);
        registry.add("clever.client-id", () -> LocalClever.CLIENT_ID);
        registry.add("clever.client-secret", () -> LocalClever.CLIENT_SECRET);
    }

    @AfterAll
    static void stop() {
        CLEVER.close();
    }

    @Test
    @Order(1)
    void all_is_up_while_routes_run_and_the_database_answers() throws Exception {
        assertThat(status("")).isEqualTo(200);
        assertThat(status("/liveness")).isEqualTo(200);
        assertThat(status("/readiness")).isEqualTo(200);
    }

    @Test
    @Order(2)
    void a_stopped_route_is_down_until_it_runs_again_but_no_reason_to_kill_the_process() throws Exception {
        camel.getRouteController().stopRoute("walk-collection");
        assertThat(status("")).isEqualTo(503);
        assertThat(status("/readiness")).isEqualTo(503);
        assertThat(status("/liveness")).isEqualTo(200);

        camel.getRouteController().startRoute("walk-collection");
        assertThat(status("")).isEqualTo(200);
    }

    @Test
    @Order(3)
    void a_stopped_database_is_down_within_seconds_and_ends_the_runs_of_this_node() throws Exception {
        var district = CLEVER.district("Gone");
        district.student("Amy Ng", district.school("North"));
        // The database goes away in the middle of the walk.
        CLEVER.onPage("users", 1).in(district).before(HealthTest::stopPostgres);

        assertThat(catchThrowable(() -> districtSync.sync(district.id(), false, Progress.NONE)))
                .isInstanceOf(RunRefused.class);

        assertThat(status("")).isEqualTo(503);
        assertThat(status("/readiness")).isEqualTo(503);
        assertThat(status("/liveness")).isEqualTo(200);
        assertThat(runs.active())
                .as("runs that a heartbeat would keep alive after their end")
                .isEmpty();
    }

    private int status(String group) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health" + group))
                .timeout(QUICK)
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private static EmbeddedPostgres startPostgres() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL did not start.", e);
        }
    }

    private static void stopPostgres() {
        try {
            POSTGRES.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL did not stop.", e);
        }
    }
}
