package org.galileok12.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.galileok12.GalileoClever;
import org.galileok12.simulator.LocalClever;
import org.galileok12.simulator.SchoolDistrict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What a person at the terminal types to undo a run, and sees: the whole product, started once for each command. */
class UndoCommandsTest {

    private static final String DATABASE = Postgres.newDatabase();

    @SuppressWarnings("NullAway.Init")
    private LocalClever clever;

    @SuppressWarnings("NullAway.Init")
    private SchoolDistrict district;

    @BeforeEach
    void begin() {
        clever = LocalClever.start();
        district = clever.district("Undo Unified");
    }

    @AfterEach
    void end() {
        clever.close();
    }

    @Test
    void a_run_is_rolled_back_held_shown_released_and_applied_again() {
        district.student("Amy Ng", district.school("North"));
        assertThat(run("sync", district.id()).exitCode()).isZero();
        var first = newestRun();

        var undone = run("rollback", first, "--by", "Olga Ops");

        assertThat(undone.exitCode()).isZero();
        assertThat(undone.err()).isEmpty();
        assertThat(undone.out())
                .startsWith("District " + district.id() + ": run " + newestRun() + " rolled back run " + first
                        + ". 4 rows put back, 0 refused.")
                .contains("  student  1 × deactivate")
                .contains("The district is on publish hold: its runs only plan.");

        var held = run("sync", district.id());
        assertThat(held.exitCode()).isEqualTo(2);
        assertThat(held.out())
                .contains(": held")
                .contains("is on publish hold since")
                .contains("by Olga Ops");
        withPlan("seen4711");

        var shown = run("release", district.id());
        assertThat(shown.exitCode()).isZero();
        assertThat(shown.out())
                .startsWith("District " + district.id() + " is on publish hold since ")
                .contains("reactivated")
                .endsWith("To release it, type: release " + district.id() + " --plan seen4711\n");

        var other = run("release", district.id(), "--plan", "another1");
        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(other.err()).startsWith("The newest plan of district " + district.id() + " is another one");

        assertThat(run("release", district.id(), "--plan", "seen4711", "--by", "Olga Ops")
                        .out())
                .startsWith("District " + district.id() + " is released by Olga Ops");
        var again = run("sync", district.id());
        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).contains("reactivated").contains(": done");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void rows_that_changed_since_are_listed_and_json_has_them_all(boolean json) throws JsonProcessingException {
        district = clever.district("Edited Unified " + json);
        for (int i = 0; i < 25; i++) {
            district.course("Course " + i, "C" + i);
        }
        assertThat(run("sync", district.id()).exitCode()).isZero();
        db().update("""
                update galileo.course set active = false
                where district_id = (select district_id from sync.connection where clever_id = ?)
                """, district.id());

        var undone = json ? run("rollback", newestRun(), "--json") : run("rollback", newestRun());

        assertThat(undone.exitCode()).isZero();
        if (json) {
            assertThat(new ObjectMapper().readTree(undone.out()).path("refusedRows"))
                    .hasSize(25)
                    .allMatch(row -> row.path("why").asText().equals("it was edited since"));
        } else {
            assertThat(undone.out())
                    .contains("0 rows put back, 25 refused.")
                    .contains("  25 × course: it was edited since")
                    .containsPattern("  course \\d+  it was edited since")
                    .contains("  and 5 more; --json shows all");
        }
    }

    @Test
    void hold_says_so_in_text_and_json() {
        district = clever.district("Held Unified");
        district.school("North");
        run("sync", district.id());

        assertThat(run("hold", district.id(), "--by", "Olga Ops", "--json").out())
                .startsWith("{\"district\":\"" + district.id() + "\",\"publishHold\":{\"since\":\"2")
                .contains("\"by\":\"Olga Ops\"");

        var twice = run("hold", district.id());
        assertThat(twice.exitCode()).isEqualTo(1);
        assertThat(twice.err()).contains("is on publish hold already");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rollback x",
                "rollback 0",
                "rollback 7 --by ",
                "rollback",
                "hold 12",
                "release 12",
                "release 0123456789abcdef01234567 --plan ';drop'"
            })
    void a_slip_of_the_hand_is_a_sentence_and_exit_code_64(String line) {
        var run = run(line.split(" ", -1));

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err().lines().findFirst())
                .hasValueSatisfying(sentence -> assertThat(sentence).isNotBlank());
        assertThat(run.context()).isNull();
    }

    @Test
    void a_run_that_is_not_there_is_one_sentence_and_exit_code_1() {
        var run = run("rollback", "987654321", "--json");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("There is no run 987654321.\n");
        assertThat(run.out()).isEmpty();
    }

    private CommandRun run(String... arguments) {
        return new CommandRun(GalileoClever.class, Path.of("routes"), DATABASE)
                .with("spring.flyway.locations", "classpath:db/migration")
                .with("clever.client-id", LocalClever.CLIENT_ID)
                .with("clever.client-secret", LocalClever.CLIENT_SECRET)
                .with("clever.api-url", clever.url())
                .with("clever.oauth-url", clever.url())
                .run(arguments);
    }

    private String newestRun() {
        return String.valueOf(db().queryForObject("select max(run_id) from sync.run", Long.class));
    }

    private void withPlan(String hash) {
        db().update("update sync.run set plan_hash = ? where run_id = (select max(run_id) from sync.run)", hash);
    }

    private static JdbcTemplate db() {
        return new JdbcTemplate(new DriverManagerDataSource(DATABASE, "postgres", "postgres"));
    }
}
