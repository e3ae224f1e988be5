package org.galileok12.clever;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.quartz.QuartzAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Loads this package's routes with tiny pauses, in front of a Clever on a local socket. */
@SpringBootTest(
        classes = CleverRouteTest.Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "camel.main.routes-include-pattern=file:routes/clever-*.camel.yaml",
            "clever.client-id=app",
            "clever.client-secret=secret-canary",
            "clever.retries=3",
            "clever.retry-delay=5ms",
            "clever.retry-max-delay=20ms",
            "clever.max-wait=4s",
            "clever.connect-timeout=1s",
            "clever.read-timeout=500ms",
            "clever.call-deadline=1s",
            "clever.max-body=2MB"
        })
abstract class CleverRouteTest {

    static final String DISTRICT = "58da8a43cc70ab00017a1a87";
    static final String TOKEN = "token-canary-1";
    static final String USERS = "/v3.1/users";
    static final String FIRST = USERS + "?limit=2000";
    static final String EMPTY_PAGE = "{\"data\":[],\"links\":[{\"rel\":\"self\",\"uri\":\"/v3.1/users?limit=2000\"}]}";

    static final WireMockServer CLEVER = new WireMockServer(
            wireMockConfig().dynamicPort().bindAddress("127.0.0.1").gzipDisabled(true));

    @Autowired
    ProducerTemplate camel;

    @Autowired
    CleverTokens tokens;

    Traffic traffic = new Traffic();

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) {
        CLEVER.start();
        // A subclass with a broken server of its own names it so.
        registry.add("clever.api-url", () -> "${test.api-url:" + CLEVER.baseUrl() + "}");
        registry.add("clever.oauth-url", () -> "${test.oauth-url:" + CLEVER.baseUrl() + "}");
    }

    @BeforeEach
    void start() {
        CLEVER.resetAll();
        tokens.forget(DISTRICT);
        listToken(TOKEN);
    }

    static void listToken(String token) {
        CLEVER.stubFor(get(urlPathEqualTo("/oauth/tokens")).willReturn(okJson(tokenList(token, "read:students"))));
    }

    static String tokenList(String token, String scope) {
        return """
                {"data":[{"id":"%4$08x","created":"2022-06-23T21:56:32.335Z",
                "owner":{"type":"district","id":"%2$s"},"access_token":"%1$s","scopes":["%3$s"]}],
                "links":[{"rel":"self","uri":"/oauth/tokens?owner_type=district"}]}""".formatted(token, DISTRICT, scope, token.hashCode());
    }

    /** The answers of {@code /users}, one after the other; the last one stays. */
    static void usersAnswer(ResponseDefinitionBuilder... answers) {
        for (int i = 0; i < answers.length; i++) {
            CLEVER.stubFor(get(urlPathEqualTo(USERS))
                    .inScenario("users")
                    .whenScenarioStateIs(state(i))
                    .willSetStateTo(state(Math.min(i + 1, answers.length - 1)))
                    .willReturn(answers[i]));
        }
    }

    private static String state(int answered) {
        return answered == 0 ? Scenario.STARTED : "after " + answered;
    }

    static ResponseDefinitionBuilder ok() {
        return okJson(EMPTY_PAGE);
    }

    static ResponseDefinitionBuilder status(int status) {
        return aResponse().withStatus(status);
    }

    static int calls(String path) {
        return CLEVER.findAll(getRequestedFor(urlPathEqualTo(path))).size();
    }

    Exchange send(String route, Map<String, Object> variables) {
        return camel.send(route, exchange -> {
            exchange.setVariable("district", DISTRICT);
            exchange.setVariable("traffic", traffic);
            variables.forEach(exchange::setVariable);
        });
    }

    Exchange getUsers() {
        return send("direct:clever-get", Map.of("cleverUri", FIRST));
    }

    @Nullable Exception failureOfUsers() {
        return getUsers().getException();
    }

    static void assertDone(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
    }

    // No stereotype: the component scan of the real application must not find it.
    @EnableAutoConfiguration(
            exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class, QuartzAutoConfiguration.class})
    @Import(CleverConfiguration.class)
    static class Application {}
}
