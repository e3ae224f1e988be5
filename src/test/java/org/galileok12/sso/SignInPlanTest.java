package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.ConnectionCallback;

/** In a district of tens of thousands a login touches a handful of rows. */
class SignInPlanTest extends AdmissionScenario {

    private static final Pattern PARAMETER = Pattern.compile(":\\?(\\w+)");
    private static final int PEOPLE = 40_000;

    @ParameterizedTest
    @ValueSource(strings = {"find-sign-in", "find-signed-in", "find-active"})
    void no_statement_of_a_login_reads_a_whole_table(String statement) throws IOException {
        var values = manyPeople();

        for (var mode : List.of("force_custom_plan", "force_generic_plan")) {
            assertThat(plan(statement, values, mode))
                    .as(mode)
                    .anyMatch(line -> line.contains("Index"))
                    .noneMatch(
                            line -> line.matches(
                                    ".*Seq Scan on (person|student|teacher|staff|district_admin|contact|filtered_id|quarantine|run|held_row)\\b.*"));
        }
    }

    @Test
    void departures_are_found_by_their_moment() throws IOException {
        var values = manyPeople();

        assertThat(plan("find-deactivated", values, "auto")).anyMatch(line -> line.contains("person_departed_idx"));
    }

    @Test
    void sessions_that_end_are_found_without_reading_a_district() throws IOException {
        var values = manyPeople();
        db.update("""
                insert into sso.spring_session (primary_id, session_id, creation_time, last_access_time, max_inactive_interval,
                  expiry_time, principal_name)
                select 'p' || lpad(id::text, 35, '0'), 's' || lpad(id::text, 35, '0'), 0, 0, 1800, 9999999999999,
                  case when id % 20 = 0 then district_id else 100000 + id % 50 end || ':' || id
                from galileo.person where district_id = ? and clever_id < '1'
                """, districtId());
        db.execute("analyze sso.spring_session");

        for (var mode : List.of("force_custom_plan", "force_generic_plan")) {
            // As publications are planned (set-planner.sql), and as the switch is.
            for (var joins : List.of("off", "on")) {
                assertThat(plan("end-sessions", values, mode, "enable_nestloop = " + joins))
                        .as(mode + ", nested loops " + joins)
                        .anyMatch(line -> line.contains("spring_session_principal_idx"))
                        .anyMatch(line -> line.contains("person_pk"))
                        .noneMatch(line -> line.matches(
                                ".*Seq Scan on (spring_session|person|student|teacher|staff|district_admin)\\b.*"));
            }
        }
        assertThat(one(
                        "select count(*) from sso.spring_session where principal_name like ? || ':%'",
                        Integer.class, String.valueOf(districtId())))
                .isEqualTo(PEOPLE / 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sso.md", "operations.md"})
    void the_documented_question_about_attempts_reads_those_of_the_day_only(String document) throws IOException {
        db.update("delete from sso.attempt");
        db.update("""
                insert into sso.attempt (at, reason, correlation)
                select now() - interval '2 minutes' * (200000 - n), 'admitted', 'P' || n from generate_series(1, 200000) n
                """);
        db.execute("vacuum analyze sso.attempt");
        var questions = Pattern.compile("```sql\\n([^`;]*from sso\\.attempt[^`;]*\\bat > now\\(\\)[^`;]*);")
                .matcher(Files.readString(Path.of("docs", document)))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(questions).hasSize(1);
        assertThat(db.queryForList("explain " + questions.get(0), String.class))
                .anyMatch(line -> line.contains("attempt_at_idx"));
        db.update("delete from sso.attempt");
    }

    private Map<String, String> manyPeople() {
        open();
        var id = districtId();
        db.update("""
                insert into galileo.person (district_id, clever_id, origin, active, first_name, last_name)
                select ?, lpad(to_hex(n), 24, '0'), 'clever', true, 'P', 'N' from generate_series(1, ?) n
                """, id, PEOPLE);
        for (var role : List.of("student", "teacher", "staff", "district_admin", "contact")) {
            db.update(
                    "insert into galileo." + role
                            + " (district_id, id, origin, active) select district_id, id, 'clever', true from galileo.person where district_id = ?",
                    id);
            db.execute("analyze galileo." + role);
        }
        db.update("""
                insert into sync.filtered_id (district_id, collection, clever_id, rule, run_id)
                select ?, 'users', '1' || lpad(to_hex(n), 23, '0'), 'a rule', 1 from generate_series(1, ?) n
                """, id, PEOPLE);
        db.update("""
                insert into sync.quarantine (district_id, run_id, collection, clever_id, rule, pointer)
                select ?, 1, 'users', '2' || lpad(to_hex(n), 23, '0'), 'a rule', '/x' from generate_series(1, ?) n
                """, id, PEOPLE);
        db.update("""
                insert into sync.run (district_id, epoch, trigger, state, finished_at, published_at)
                select 1000000 + n, 0, 'schedule', 'DONE', now(), now() from generate_series(1, ?) n
                """, PEOPLE / 4);
        for (var table : List.of("galileo.person", "sync.filtered_id", "sync.quarantine", "sync.run")) {
            db.execute("analyze " + table);
        }
        var person = one("select max(id) from galileo.person where district_id = ?", Long.class, id);
        return Map.of(
                "cleverId",
                "'%024x'".formatted(77),
                "district",
                "'" + district.id() + "'",
                "created",
                "now()",
                "today",
                "current_date",
                "districtId",
                String.valueOf(id),
                "personId",
                String.valueOf(person),
                "since",
                "now() - interval '1 hour'",
                "most",
                "10000",
                "ids",
                "'%024x'".formatted(78));
    }

    /** As the driver sends it after a while: prepared, with parameters of unknown value. */
    private List<String> plan(String name, Map<String, String> values, String mode, String... settings)
            throws IOException {
        var names = new ArrayList<String>();
        var sql = PARAMETER
                .matcher(Files.readString(Path.of("routes", "sql", name + ".sql")))
                .replaceAll(found -> {
                    names.add(found.group(1));
                    return "\\$" + names.size();
                });
        var arguments = names.stream()
                .map(parameter -> Objects.requireNonNull(values.get(parameter), parameter))
                .toList();
        ConnectionCallback<List<String>> explain = connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("set plan_cache_mode = " + mode);
                for (var setting : settings) {
                    statement.execute("set " + setting);
                }
                statement.execute("prepare it as " + sql);
                var lines = new ArrayList<String>();
                try (var rows = statement.executeQuery("explain (analyze) execute it"
                        + (arguments.isEmpty() ? "" : "(" + String.join(",", arguments) + ")"))) {
                    while (rows.next()) {
                        lines.add(rows.getString(1));
                    }
                } finally {
                    statement.execute("deallocate it");
                    statement.execute("reset plan_cache_mode");
                    statement.execute("reset enable_nestloop");
                }
                return lines;
            } catch (SQLException e) {
                throw new IllegalStateException("No plan of " + name + ".", e);
            }
        };
        return Objects.requireNonNull(db.execute(explain));
    }
}
