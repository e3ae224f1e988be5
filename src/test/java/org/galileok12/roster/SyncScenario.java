package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.galileok12.GalileoClever;
import org.galileok12.run.DistrictSync;
import org.galileok12.run.Outcome;
import org.galileok12.run.Progress;
import org.galileok12.run.RunResult;
import org.galileok12.simulator.LocalClever;
import org.galileok12.simulator.SchoolDistrict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * One district at the local Clever and an empty roster; every scenario ends with a look for rows that point to nothing. The
 * service, the database and the local Clever are shared by all scenarios, each of which has a district of its own.
 */
@SpringBootTest(
        classes = GalileoClever.class,
        webEnvironment = WebEnvironment.NONE,
        properties = {
            "clever.retry-delay=1ms",
            "clever.retry-max-delay=5ms",
            "clever.page-size=5",
            "sync.transaction-retry-delay=1",
        })
abstract class SyncScenario {

    private static final EmbeddedPostgres POSTGRES = startPostgres();
    static final LocalClever CLEVER = LocalClever.start();
    private static int districts;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    DistrictSync districtSync;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    JdbcTemplate db;

    @SuppressWarnings("NullAway.Init")
    SchoolDistrict district;

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

    @BeforeEach
    void newDistrict() {
        CLEVER.reset();
        district = CLEVER.district("District " + ++districts);
    }

    @AfterEach
    void nothingPointsToNothing() {
        assertThat(db.queryForList("""
                        select 'enrollment' as what, e.id from galileo.enrollment e
                        where not exists (select from galileo.section s where s.district_id = e.district_id and s.id = e.section_id)
                           or not exists (select from galileo.person p where p.district_id = e.district_id and p.id = e.student_id)
                        union all
                        select 'teaching', t.id from galileo.teaching t
                        where not exists (select from galileo.section s where s.district_id = t.district_id and s.id = t.section_id)
                           or not exists (select from galileo.person p where p.district_id = t.district_id and p.id = t.teacher_id)
                        union all
                        select 'person_school', r.id from galileo.person_school r
                        where not exists (select from galileo.school s where s.district_id = r.district_id and s.id = r.school_id)
                           or not exists (select from galileo.person p where p.district_id = r.district_id and p.id = r.person_id)
                        union all
                        select 'student', s.id from galileo.student s
                        where not exists (select from galileo.person p where p.district_id = s.district_id and p.id = s.id)
                        """)).isEmpty();
    }

    RunResult sync() {
        return districtSync.sync(district.id(), false, Progress.NONE);
    }

    RunResult syncDone() {
        var result = sync();
        assertThat(result.outcome()).as(String.valueOf(result.reason())).isEqualTo(Outcome.DONE);
        return result;
    }

    /** A count of the report, such as {@code count(result, "student", "created")}. */
    static long count(RunResult result, String entity, String what) {
        return result.report().path("entities").path(entity).path(what).asLong(-1);
    }

    int districtId() {
        return one("select district_id from sync.connection where clever_id = ?", Integer.class, district.id());
    }

    <T> T one(String sql, Class<T> type, Object... parameters) {
        var value = db.queryForObject(sql, type, parameters);
        assertThat(value).as(sql).isNotNull();
        return java.util.Objects.requireNonNull(value);
    }

    List<Map<String, Object>> rows(String sql, Object... parameters) {
        return db.queryForList(sql, parameters);
    }

    private static EmbeddedPostgres startPostgres() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL did not start.", e);
        }
    }

    /** Another service beside the one of the test, with routes that an engineer edited; by default on the same database. */
    static ConfigurableApplicationContext service(RoutesCopy routes, String... settings) {
        var all = Stream.concat(
                Stream.of(
                        "routes.dir=" + routes.path(),
                        "spring.datasource.url=" + POSTGRES.getJdbcUrl("postgres", "postgres"),
                        "spring.datasource.username=postgres",
                        "spring.datasource.password=postgres",
                        "clever.api-url=" + CLEVER.url(),
                        "clever.oauth-url=" + CLEVER.url(),
                        "clever.client-id=" + LocalClever.CLIENT_ID,
                        "clever.client-secret=" + LocalClever.CLIENT_SECRET),
                Stream.of(settings));
        var arguments = new LinkedHashMap<String, String>();
        all.forEach(each -> arguments.put(each.replaceFirst("=.*", ""), each));
        return new SpringApplicationBuilder(GalileoClever.class)
                .web(WebApplicationType.NONE)
                .run(arguments.values().stream().map(each -> "--" + each).toArray(String[]::new));
    }
}
