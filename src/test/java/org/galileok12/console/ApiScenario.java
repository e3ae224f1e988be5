package org.galileok12.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.galileok12.GalileoClever;
import org.galileok12.run.DistrictSync;
import org.galileok12.simulator.LocalClever;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service with its two ports, and an operator who calls it. One service for all subclasses. */
@SpringBootTest(
        classes = GalileoClever.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "management.server.port=0")
abstract class ApiScenario {

    static final String USER = "olga";
    static final String PASSWORD = "open: sésame";
    static final LocalClever CLEVER = LocalClever.start();
    private static final EmbeddedPostgres POSTGRES = startPostgres();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    DistrictSync districtSync;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    JdbcTemplate db;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", () -> POSTGRES.getJdbcUrl("postgres", "postgres"));
        registry.add("spring.datasource.username", () -> "postgres");
        registry.add("spring.datasource.password", () -> "postgres");
        registry.add("clever.api-url", CLEVER::url);
        registry.add("clever.oauth-url", CLEVER::url);
        registry.add("clever.client-id", () -> LocalClever.CLIENT_ID);
        registry.add("clever.client-secret", () -> LocalClever.CLIENT_SECRET);
        registry.add("galileo.operator.user", () -> USER);
        registry.add("galileo.operator.password-hash", () -> new BCryptPasswordEncoder(10).encode(PASSWORD));
    }

    /** A request of nobody. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(30));
    }

    HttpRequest.Builder signedIn(String path) {
        return signedIn(path, USER, PASSWORD);
    }

    HttpRequest.Builder signedIn(String path, String user, String password) {
        var pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return request(path)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(signedIn(path));
    }

    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return send(signedIn(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body());
    }

    static String error(HttpResponse<String> response) throws IOException {
        return json(response).path("error").asText();
    }

    private static EmbeddedPostgres startPostgres() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("log_error_verbosity", "terse")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL did not start.", e);
        }
    }
}
