package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.galileok12.GalileoClever;
import org.galileok12.house.Canaries;
import org.galileok12.run.DistrictSync;
import org.galileok12.run.Outcome;
import org.galileok12.run.Progress;
import org.galileok12.simulator.ListedPerson;
import org.galileok12.simulator.LocalClever;
import org.galileok12.simulator.SchoolDistrict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole service as in production, behind a proxy that ends TLS; a local Clever; and for each test a district of its own, which
 * is synchronised and has single sign-on on. One service for all subclasses that set nothing of their own.
 */
@SpringBootTest(
        classes = GalileoClever.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "galileo.sso.deadline=3s",
            "galileo.sso.public-url=" + SsoScenario.PUBLIC_URL,
            "galileo.sso.login-url=" + SsoScenario.LOGIN_URL,
            "spring.datasource.hikari.minimum-idle=1",
            "spring.datasource.hikari.maximum-pool-size=12",
        })
abstract class SsoScenario {

    static final String PUBLIC_URL = "https://clever.galileo.test";
    static final String LOGIN_URL = "http://localhost:8082/login";
    static final String START = "/oauth2/authorization/clever";
    static final String CALLBACK = "/login/oauth2/code/clever";
    static final EmbeddedPostgres POSTGRES = OwnDatabase.start();
    static final LocalClever CLEVER = LocalClever.start();
    private static final Path KEY = KeyFiles.rsa();
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static int districts;

    @LocalServerPort
    int port;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    DistrictSync districtSync;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    JdbcTemplate db;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    MeterRegistry meters;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    Environment environment;

    @SuppressWarnings("NullAway.Init")
    SchoolDistrict district;

    @SuppressWarnings("NullAway.Init")
    ListedPerson student;

    @SuppressWarnings("NullAway.Init")
    ListedPerson teacher;

    @SuppressWarnings("NullAway.Init")
    Browser browser;

    @SuppressWarnings("NullAway.Init")
    Attempts attempts;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", () -> POSTGRES.getJdbcUrl("postgres", "postgres"));
        registry.add("spring.datasource.username", () -> "postgres");
        registry.add("spring.datasource.password", () -> "postgres");
        // A subclass with another one in Clever's place names it so.
        registry.add("clever.api-url", () -> "${test.clever-url:" + CLEVER.url() + "}");
        registry.add("clever.oauth-url", () -> "${test.clever-url:" + CLEVER.url() + "}");
        registry.add("clever.client-id", () -> LocalClever.CLIENT_ID);
        registry.add("clever.client-secret", () -> LocalClever.CLIENT_SECRET);
        registry.add("galileo.sso.keys", KEY::toString);
    }

    @BeforeEach
    void peopleOfADistrict() {
        CLEVER.reset();
        CLEVER.signIn().redirectUris(PUBLIC_URL + CALLBACK);
        district = CLEVER.district("Sign-in district " + ++districts);
        var north = district.school("North");
        student = district.student(Canaries.FIRST_NAME + " " + Canaries.LAST_NAME, north);
        student.email(Canaries.EMAIL);
        teacher = district.teacher("Ruth Okafor", north);
        district.section("Maths", north)
                .course(district.course("Maths 5", "M5"))
                .term(district.term("Fall", "2026-08-18", "2026-12-19"))
                .with(student)
                .taughtBy(teacher);
        sync();
        db.update("update sync.connection set sso = true where clever_id = ?", district.id());
        CLEVER.signIn().as(student);
        browser = newBrowser();
        attempts = watch();
    }

    @AfterEach
    void noMoreReading() {
        attempts.close();
        CLEVER.signIn().heal();
    }

    void sync() {
        var result = districtSync.sync(district.id(), false, Progress.NONE);
        assertThat(result.outcome()).as(String.valueOf(result.reason())).isEqualTo(Outcome.DONE);
    }

    Browser newBrowser() {
        return new Browser(PUBLIC_URL, port);
    }

    /** Counts attempts from now on. */
    Attempts watch() {
        if (attempts != null) {
            attempts.close();
        }
        attempts = new Attempts(db, meters, CLEVER.signIn());
        return attempts;
    }

    /** The same of another node, which counts for itself. */
    Attempts watch(ConfigurableApplicationContext node) {
        attempts.close();
        attempts = new Attempts(db, node.getBean(MeterRegistry.class), CLEVER.signIn());
        return attempts;
    }

    /** The whole way of "Log in with Clever", to the landing page. */
    void signIn(Browser someone) {
        someone.open(START);
        assertThat(signedInAs(someone)).isNotNull();
    }

    /** Sent to Clever and back: the callback's address, which was not opened yet. */
    String beginLogin(Browser someone) {
        var toClever = someone.location(someone.get(START));
        assertThat(toClever).startsWith(CLEVER.url() + "/oauth/authorize?");
        var back = someone.location(someone.get(String.valueOf(toClever)));
        assertThat(back).startsWith(PUBLIC_URL + CALLBACK + "?");
        return String.valueOf(back);
    }

    /** Another node of the same service, on the same database; with settings of its own if any are given. */
    ConfigurableApplicationContext node(String... settings) {
        var all = new LinkedHashMap<String, String>();
        for (var name : List.of(
                "spring.datasource.url",
                "spring.datasource.username",
                "spring.datasource.password",
                "clever.api-url",
                "clever.oauth-url",
                "clever.client-id",
                "clever.client-secret",
                "galileo.sso.public-url",
                "galileo.sso.login-url",
                "galileo.sso.keys",
                "galileo.sso.deadline")) {
            all.put(name, "--" + name + "=" + environment.getRequiredProperty(name));
        }
        all.put("minimum-idle", "--spring.datasource.hikari.minimum-idle=1");
        all.put("maximum-pool-size", "--spring.datasource.hikari.maximum-pool-size=4");
        all.put("server.port", "--server.port=0");
        all.put("management.server.port", "--management.server.port=0");
        for (var setting : settings) {
            all.put(setting.replaceFirst("--", "").replaceFirst("=.*", ""), setting);
        }
        var node = new SpringApplicationBuilder(GalileoClever.class)
                .run(all.values().toArray(String[]::new));
        attempts.log().again();
        return node;
    }

    static int portOf(ConfigurableApplicationContext node) {
        return node.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** By the button of our own page. */
    static void logOut(Browser someone) {
        var page = someone.get("/signing-in").body();
        var token = CSRF.matcher(page);
        assertThat(token.find())
                .as("a form with a token against forged requests")
                .isTrue();
        someone.post("/logout", "_csrf=" + token.group(1));
        assertThat(someone.cookie("__Host-galileo-session")).isNull();
    }

    /** The name by which the session of this browser is known; null without one. */
    @Nullable String signedInAs(Browser someone) {
        var cookie = someone.cookie("__Host-galileo-session");
        return cookie == null
                ? null
                : db
                        .queryForList(
                                "select principal_name from sso.spring_session where session_id = ?",
                                String.class,
                                new String(Base64.getDecoder().decode(cookie), StandardCharsets.UTF_8))
                        .stream()
                        .findFirst()
                        .orElse(null);
    }

    /** The name that the sessions of a person of this test's district have. */
    String nameOf(ListedPerson person) {
        return String.valueOf(db.queryForObject(
                "select p.district_id || ':' || p.id from galileo.person p where p.clever_id = ?",
                String.class,
                person.id()));
    }
}
