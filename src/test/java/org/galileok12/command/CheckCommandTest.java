package org.galileok12.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.galileok12.check.RoutesFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckCommandTest {

    private static final String DATABASE = Postgres.newDatabase();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temporary;

    @SuppressWarnings("NullAway.Init")
    RoutesFolder routes;

    @BeforeAll
    static void migrate(@TempDir Path folder) {
        new RoutesFolder(folder);
        assertThat(new CommandRun(folder, DATABASE)
                        .run("sync", TinyApplication.DONE)
                        .exitCode())
                .isZero();
    }

    @BeforeEach
    void folder() {
        routes = new RoutesFolder(temporary);
    }

    @Test
    void all_is_well_prints_a_line_per_area() {
        var run = check();

        assertThat(run.out().lines())
                .containsExactly(
                        "ok     environment: all that is needed is set",
                        "ok     routes: 1 file",
                        "ok     sql: 1 file",
                        "ok     rules: 1 file",
                        "ok     database: answers and is new enough",
                        "ok     sql on the database: 1 prepared",
                        "ok     routes in Camel: 2 routes built",
                        "ok     Clever credentials: accepted; rosters of 3 districts");
        assertThat(run.exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "'tiny_id,', 'tiny_key,', 'sql/read-tiny.sql:3: column \"tiny_key\" does not exist'",
        "from tiny, from tny, 'sql/read-tiny.sql:5: relation \"tny\" does not exist'",
        "where note, wher note, 'sql/read-tiny.sql:6: syntax error at or near \"note\"'",
        "tiny_id >, tiny_id::text > 3 +, 'sql/read-tiny.sql:7: operator does not exist'",
        "tiny_id >, :?a is null and tiny_id >, 'sql/read-tiny.sql:7: could not determine data type of parameter $2'"
    })
    void a_statement_that_does_not_fit_the_database_is_found_in_its_line(String from, String to, String problem) {
        routes.change("sql/read-tiny.sql", from, to);

        var run = check();

        assertThat(run.out()).contains("       " + temporary.resolve(problem));
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void several_mistakes_are_found_in_one_go_even_without_an_environment() {
        routes.change("tiny.camel.yaml", "- setBody:", "- setBdy:");
        routes.write("rules/tiny.yaml", "largst: 1\n");

        var run = run().without("clever.client-id").run("check");

        assertThat(run.out())
                .contains("CLEVER_CLIENT_ID is not set.")
                .contains("tiny.camel.yaml:8: The key 'setBdy'")
                .contains("rules/tiny.yaml:1: At")
                .contains("3 mistakes.");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void a_missing_environment_alone_is_exit_code_64() {
        assertThat(run().without("clever.client-id").run("check").exitCode()).isEqualTo(64);
    }

    @Test
    void a_bean_that_is_not_there_is_found_in_its_line() {
        routes.change("tiny.camel.yaml", "- log: done", "- setBody:\n            method:\n              ref: nobody");

        var run = check();

        assertThat(run.out()).contains(temporary.resolve("tiny.camel.yaml") + ":");
        assertThat(run.out()).contains("nobody");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void a_route_that_camel_cannot_build_is_found_with_its_file() {
        routes.change("tiny.camel.yaml", "jdbc:dataSource", "jdbk:dataSource");

        var run = check();

        assertThat(run.out())
                .contains(temporary
                        .resolve("tiny.camel.yaml:11: route 'tiny-read' cannot be built")
                        .toString());
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void a_timer_in_a_route_does_not_fire() {
        routes.change("tiny.camel.yaml", "uri: direct:tiny-read", "uri: timer:now?delay=-1&repeatCount=1");
        routes.change(
                "tiny.camel.yaml",
                "setBody:\n            constant: \"resource",
                "log:\n            message: \"resource");

        assertThat(check().exitCode()).isZero();
    }

    @Test
    void refused_credentials_are_a_sentence_with_exit_code_1() {
        var run = run().with("clever.client-secret", "wrong").run("check");

        assertThat(run.out()).contains("wrong  Clever credentials\n       Clever refuses the credentials.");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void an_unmigrated_database_stays_as_it_is_and_is_reported() throws SQLException {
        var database = Postgres.newDatabase();

        var run = new CommandRun(temporary, database).run("check");

        assertThat(run.out())
                .containsPattern("sql on the database: not tried, for \\d+ migrations are pending;")
                .contains("ok     Clever credentials: accepted");
        assertThat(run.exitCode()).isZero();
        try (var connection = DriverManager.getConnection(database, "postgres", "postgres");
                var tables = connection.getMetaData().getTables(null, "public", "%", null)) {
            assertThat(tables.next()).isFalse();
        }
    }

    private CommandRun check() {
        return run().run("check");
    }

    private CommandRun run() {
        return new CommandRun(temporary, DATABASE);
    }
}
