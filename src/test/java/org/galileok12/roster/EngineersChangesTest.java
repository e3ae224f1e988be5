package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.galileok12.run.DistrictSync;
import org.galileok12.run.Outcome;
import org.galileok12.run.Progress;
import org.galileok12.run.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** What an integration engineer changes by editing files alone: rules, SQL, routes, the schema. No Java. */
class EngineersChangesTest extends SyncScenario {

    @Test
    void a_rule_switched_on_later_deactivates_and_switched_off_again_brings_back_the_same_row() {
        var north = district.school("North");
        var amy = district.student("Amy Ng", north).grade("5");
        var ben = district.student("Ben Ode", north).grade("Kindergarten");
        var parent = district.contact("Bo Ode", ben);
        district.section("Maths", north).with(amy, ben);
        syncDone();
        var before = rows("select clever_id, id from galileo.person where district_id = ? order by 1", districtId());

        var on = syncOn(
                new RoutesCopy().write("rules/sharing.yaml", "default: {exclude: {grades: [K]}}\ndistricts: {}\n"));

        assertThat(count(on, "person", "deactivated")).isEqualTo(2);
        assertThat(count(on, "enrollment", "deactivated")).isEqualTo(1);
        assertThat(activePeople()).containsExactly(amy.id());
        assertThat(filteredIds()).containsExactlyInAnyOrder(ben.id(), parent.id());

        var off = syncDone();

        assertThat(count(off, "person", "reactivated")).isEqualTo(2);
        assertThat(activePeople()).containsExactlyInAnyOrder(amy.id(), ben.id(), parent.id());
        assertThat(rows("select clever_id, id from galileo.person where district_id = ? order by 1", districtId()))
                .isEqualTo(before);
        assertThat(filteredIds()).isEmpty();
    }

    @Test
    void a_statement_can_be_changed() {
        var amy = district.student("Amy Ng", district.school("North"));

        syncOn(new RoutesCopy()
                .change("sql/upsert-person.sql", "  wanted.last_name,\n", "  upper(wanted.last_name),\n"));

        assertThat(one("select last_name from galileo.person where clever_id = ?", String.class, amy.id()))
                .isEqualTo("NG");
    }

    @Test
    void a_step_and_a_statement_can_be_added_to_a_route() {
        district.student("Amy Ng", district.school("North"));
        db.execute("create table public.roster_news (district_id integer, run_id bigint, students bigint)");

        var result = syncOn(new RoutesCopy()
                .write("sql/tell-roster.sql", """
                        -- tell-roster.sql: tell another product that there is a new roster.
                        insert into public.roster_news (district_id, run_id, students)
                        select
                          :?districtId,
                          :?runId,
                          count(*)
                        from galileo.student
                        where district_id = :?districtId
                        """)
                .change(
                        "publish.camel.yaml",
                        "              - setBody: { constant: \"resource:file:{{routes.dir}}/sql/mark-published.sql\" }\n",
                        """
                                      - setBody: { constant: "resource:file:{{routes.dir}}/sql/tell-roster.sql" }
                                      - to: direct:sql
                                      - log: "Told the other product about district ${variable.districtId}."
                                      - setBody: { constant: "resource:file:{{routes.dir}}/sql/mark-published.sql" }
                        """));

        assertThat(rows("select run_id, students from public.roster_news where district_id = ?", districtId()))
                .singleElement()
                .hasToString("{run_id=" + result.runId() + ", students=1}");
    }

    @Test
    void what_a_firing_does_can_be_replaced_in_its_route() throws Exception {
        var amy = district.student("Amy Ng", district.school("North"));
        db.update("insert into sync.connection (clever_id, onboarding) values (?, 'scheduled')", district.id());
        var everyThreeSeconds = new RoutesCopy()
                .change(
                        "district-sync.camel.yaml",
                        "                  - to: direct:sync-district\n",
                        "                  - log: \"Now ${variable.district}.\"\n                  - to: direct:sync-district\n");

        try (var service = service(
                everyThreeSeconds,
                "galileo.serve=true",
                "sync.cron=0/3 * * * * ?",
                "sync.reconcile-cron=0/1 * * * * ?",
                "spring.quartz.properties.org.quartz.scheduler.idleWaitTime=1000")) {
            assertThat(service.isActive()).isTrue();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> !rows(
                                    "select 1 from galileo.student s join galileo.person p using (district_id, id)"
                                            + " where p.clever_id = ?",
                                    amy.id())
                            .isEmpty());
        } finally {
            db.update("update sync.connection set onboarding = 'requested'");
        }
    }

    @Test
    void a_new_column_is_a_migration_a_line_in_the_fields_and_an_edited_statement(@TempDir Path migrations)
            throws IOException {
        var amy = district.student("Amy Ng", district.school("North")).set("/nickname", "Ace");
        Files.writeString(migrations.resolve("V900__people_have_a_nickname.sql"), withNickname());
        var routes = new RoutesCopy()
                .change("rules/fields.yaml", "      email:                /email\n", """
                              email:                /email
                              nickname:             /nickname
                        """)
                .change("sql/upsert-person.sql", "  email,\n", "  email,\n  nickname,\n")
                .change("sql/upsert-person.sql", "  wanted.email,\n", "  wanted.email,\n  wanted.nickname,\n")
                .change(
                        "sql/upsert-person.sql",
                        "  email = excluded.email,\n",
                        "  email = excluded.email,\n  nickname = excluded.nickname,\n")
                .change("sql/upsert-person.sql", "  target.email,\n", "  target.email,\n  target.nickname,\n")
                .change("sql/upsert-person.sql", "  excluded.email,\n", "  excluded.email,\n  excluded.nickname,\n");
        db.execute("create database with_nickname");
        var url = "spring.datasource.url=jdbc:postgresql://localhost:" + one("show port", String.class)
                + "/with_nickname";

        try (var service =
                service(routes, url, "spring.flyway.locations=classpath:db/migration,filesystem:" + migrations)) {
            assertThat(count(done(sync(service)), "person", "created")).isEqualTo(1);
            amy.set("/nickname", "Bee");
            assertThat(count(done(sync(service)), "person", "updated")).isEqualTo(1);
            assertThat(count(done(sync(service)), "person", "updated")).isZero();
            assertThat(service.getBean(JdbcTemplate.class)
                            .queryForObject("select nickname from galileo.person", String.class))
                    .isEqualTo("Bee");
        }
    }

    /** The two tables, and the two views of V004 with the column appended. */
    private static String withNickname() throws IOException {
        var views = Files.readString(
                Path.of("src/main/resources/db/migration/V004__views_compare_snapshot_and_roster.sql"));
        var wanted =
                view(views, "person_wanted").replace("\nfrom stage.person", ",\n  staged.nickname\nfrom stage.person");
        var current =
                view(views, "person_current").replace("\nfrom galileo.person", ",\n  nickname\nfrom galileo.person");
        return "alter table stage.person add column nickname text;\nalter table galileo.person add column nickname text;\n"
                + wanted + current;
    }

    private static String view(String all, String name) {
        var start = all.indexOf("create view stage." + name);
        return all.substring(start, all.indexOf(';', start) + 1).replace("create view", "create or replace view");
    }

    private RunResult syncOn(RoutesCopy routes) {
        try (var service = service(routes)) {
            return done(sync(service));
        }
    }

    private RunResult sync(ApplicationContext service) {
        return service.getBean(DistrictSync.class).sync(district.id(), false, Progress.NONE);
    }

    private static RunResult done(RunResult result) {
        assertThat(result.outcome()).as(String.valueOf(result.reason())).isEqualTo(Outcome.DONE);
        return result;
    }

    private List<String> activePeople() {
        return db.queryForList(
                "select clever_id from galileo.person where district_id = ? and active", String.class, districtId());
    }

    private List<String> filteredIds() {
        return db.queryForList(
                "select clever_id from sync.filtered_id where district_id = ?", String.class, districtId());
    }
}
