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
import org.galileok12.simulator.ListedPerson;
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
            // Tests sync whom they have never taken on, also together; and nobody looks at Clever's list by itself.
            "sync.auto-accept=true",
            "sync.discover-cron=0 0 0 1 1 ? 2099",
            "spring.datasource.hikari.minimum-idle=1",
        })
abstract class SyncScenario {

    static final EmbeddedPostgres POSTGRES = startPostgres();
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
        // A subclass that has a line of its own to one of them names it so.
        registry.add(
                "spring.datasource.url",
                () -> "${test.database-url:" + POSTGRES.getJdbcUrl("postgres", "postgres") + "}");
        registry.add("spring.datasource.username", () -> "postgres");
        registry.add("spring.datasource.password", () -> "postgres");
        registry.add("clever.api-url", () -> "${test.clever-url:" + CLEVER.url() + "}");
        registry.add("clever.oauth-url", () -> "${test.clever-url:" + CLEVER.url() + "}");
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

    /** Of this collection the snapshot was not proven complete. */
    RunResult syncIncomplete(String collection) {
        var result = sync();
        assertThat(result.outcome()).as(String.valueOf(result.reason())).isEqualTo(Outcome.INCOMPLETE);
        assertThat(result.reason()).contains("Nothing was deactivated that hangs on " + collection);
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

    /** Every row of schema galileo, by table: equal before and after if nothing at all was written. */
    String roster() {
        return db.queryForList("""
                        select table_name from information_schema.tables
                        where table_schema = 'galileo' and table_type = 'BASE TABLE' order by 1
                        """, String.class).stream()
                .map(table -> table + " "
                        + one(
                                "select count(*) || ' ' || md5(coalesce(string_agg(r::text, '|' order by r::text), '')) from galileo."
                                        + table + " r",
                                String.class))
                .collect(java.util.stream.Collectors.joining("\n"));
    }

    /** The run ends as FAILED with this class of error and one sentence, and not a row of the roster is another one. */
    RunResult syncFails(String errorClass) {
        var before = roster();
        var result = sync();
        assertThat(result.outcome()).as(String.valueOf(result.reason())).isEqualTo(Outcome.FAILED);
        assertThat(result.reason()).isNotBlank().endsWith(".").doesNotContain("\n");
        assertThat(one(
                        "select concat_ws(' ', state, error_class, reason) from sync.run where run_id = ?",
                        String.class,
                        result.runId()))
                .isEqualTo("FAILED " + errorClass + " " + result.reason());
        assertThat(roster()).isEqualTo(before);
        return result;
    }

    /** A published class of so many students, of whom the one returned has left since: what a wrong run would act upon. */
    ListedPerson publishedClass(int students) {
        var north = district.school("North");
        var class5 = district.section("Maths", north)
                .course(district.course("Maths 5", "M5"))
                .term(district.term("Fall", "2025-08-18", "2025-12-19"));
        var leaver = district.student("Lea Ver", north);
        class5.with(leaver).taughtBy(district.teacher("Ruth Okafor", north));
        for (int i = 2; i <= students; i++) {
            class5.with(district.student("Student" + i + " Ng", north));
        }
        syncDone();
        leaver.remove();
        return leaver;
    }

    /** A clean run is DONE, takes out who has left, and nobody else. */
    RunResult syncTakesOut(ListedPerson leaver) {
        var result = syncDone();
        assertThat(rows("select clever_id from galileo.person where district_id = ? and not active", districtId()))
                .extracting(row -> row.get("clever_id"))
                .containsExactly(leaver.id());
        assertThat(rows(
                        "select 1 from galileo.enrollment where district_id = ? and active_until is not null",
                        districtId()))
                .hasSize(1);
        return result;
    }

    boolean isActive(ListedPerson person) {
        return one(
                "select active from galileo.person where district_id = ? and clever_id = ?",
                Boolean.class,
                districtId(),
                person.id());
    }

    private static EmbeddedPostgres startPostgres() {
        try {
            return EmbeddedPostgres.builder()
                    // The server's own log is part of the tests' log: without the rows that a refused statement held.
                    .setServerConfig("log_error_verbosity", "terse")
                    .setServerConfig("max_connections", "500")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL did not start.", e);
        }
    }

    /** Another service beside the one of the test, with routes that an engineer edited; by default on the same database. */
    static ConfigurableApplicationContext service(RoutesCopy routes, String... settings) {
        var all = Stream.concat(
                Stream.of(
                        "routes.dir=" + routes.path(),
                        "sync.auto-accept=true",
                        "spring.datasource.url=" + POSTGRES.getJdbcUrl("postgres", "postgres"),
                        "spring.datasource.username=postgres",
                        "spring.datasource.password=postgres",
                        "clever.api-url=" + CLEVER.url(),
                        "clever.oauth-url=" + CLEVER.url(),
                        "clever.client-id=" + LocalClever.CLIENT_ID,
                        "clever.client-secret=" + LocalClever.CLIENT_SECRET,
                        "spring.datasource.hikari.minimum-idle=1"),
                Stream.of(settings));
        var arguments = new LinkedHashMap<String, String>();
        all.forEach(each -> arguments.put(each.replaceFirst("=.*", ""), each));
        return new SpringApplicationBuilder(GalileoClever.class)
                .web(WebApplicationType.NONE)
                .run(arguments.values().stream().map(each -> "--" + each).toArray(String[]::new));
    }
}
