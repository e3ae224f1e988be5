package org.galileok12.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.CamelContext;
import org.awaitility.Awaitility;
import org.galileok12.check.RoutesFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.springframework.context.ConfigurableApplicationContext;

class ServeCommandTest {

    private static final int PORT = freePort();

    @SuppressWarnings("NullAway.Init")
    private static CommandRun run;

    @SuppressWarnings("NullAway.Init")
    private static CompletableFuture<CommandRun> ended;

    @BeforeAll
    static void serve(@TempDir Path folder) {
        new RoutesFolder(folder).write("nightly.camel.yaml", """
                        - route:
                            id: tiny-nightly
                            description: Never fires.
                            from:
                              uri: quartz:tiny/nightly
                              parameters:
                                cron: "0 0 0 1 1 ? 2099"
                              steps:
                                - to: direct:tiny-log
                        """);
        run = new CommandRun(folder, Postgres.newDatabase())
                .with("management.server.port", String.valueOf(PORT))
                .with("server.port", "0");
        ended = CompletableFuture.supplyAsync(() -> run.run("serve"));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> ended.isDone() || answers());
    }

    @AfterAll
    static void stop() {
        context().close();
        assertThat(ended.join().exitCode()).isZero();
        assertThat(run.err()).isEmpty();
    }

    @Test
    void health_is_up_and_tells_no_details() throws Exception {
        var health = get("/actuator/health");

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("\"status\":\"UP\"").doesNotContain("details", "PostgreSQL");
    }

    @Test
    void health_is_down_while_a_route_is_stopped() throws Exception {
        var routes = context().getBean(CamelContext.class).getRouteController();

        routes.stopRoute("tiny-log");
        assertThat(get("/actuator/health").statusCode()).isEqualTo(503);
        routes.startRoute("tiny-log");
        assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
    }

    @Test
    void metrics_show_every_route() throws Exception {
        var metrics = get("/actuator/prometheus");

        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.body()).contains("camel_exchanges").contains("routeId=\"tiny-read\"");
    }

    @Test
    void nothing_else_is_shown() throws Exception {
        assertThat(get("/actuator/env").statusCode()).isEqualTo(404);
        assertThat(get("/actuator/beans").statusCode()).isEqualTo(404);
    }

    @Test
    void without_an_account_the_api_refuses_everybody() throws Exception {
        for (String credentials : new String[] {"", "Basic Og==", "Basic b2xnYTpzZXNhbWU="}) {
            var request = HttpRequest.newBuilder(URI.create(
                    "http://localhost:" + context().getEnvironment().getProperty("local.server.port") + "/api/held"));
            if (!credentials.isEmpty()) {
                request.header("Authorization", credentials);
            }
            assertThat(HttpClient.newHttpClient()
                            .send(request.build(), HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void the_scheduler_runs() throws SchedulerException {
        assertThat(context().getBean(Scheduler.class).isStarted()).isTrue();
    }

    private static boolean answers() throws InterruptedException {
        try {
            return get("/actuator/health").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + PORT + path))
                .timeout(Duration.ofSeconds(10))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static ConfigurableApplicationContext context() {
        return Objects.requireNonNull(run.context());
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("No port is free.", e);
        }
    }
}
