package org.galileok12.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Locale;
import org.galileok12.check.RoutesFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {

    private static final String DATABASE = Postgres.newDatabase();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temporary;

    @SuppressWarnings("NullAway.Init")
    RoutesFolder routes;

    @BeforeEach
    void folder() {
        routes = new RoutesFolder(temporary);
    }

    @Test
    void help_and_version_are_no_mistake() {
        assertThat(run().run("--help").exitCode()).isZero();
        assertThat(run().run("sync", "--help").out()).contains("--dry-run");
        assertThat(run().run("--version").out()).startsWith("galileo-clever ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "sync all --wet-run", "snyc all", "sync 58DA", "serve now", "--port 1"})
    void bad_usage_is_a_sentence_and_exit_code_64_before_anything_starts(String line) {
        var run = run().run(line.split(" "));

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err().lines()).hasSize(2).last().asString().startsWith("Try 'galileo-clever");
        assertThat(run.context()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clever.client-id",
                "clever.client-secret",
                "spring.datasource.url",
                "spring.datasource.username",
                "spring.datasource.password"
            })
    void a_missing_variable_is_named_with_exit_code_64(String property) {
        var name = property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');

        for (var command : new String[][] {{"serve"}, {"sync", "all"}}) {
            var run = run().without(property).run(command);
            assertThat(run.exitCode()).isEqualTo(64);
            assertThat(run.err().lines()).singleElement().asString().startsWith(name + " is not set. Set it to ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "clever.api-url, api clever com, CLEVER_API_URL is not a web address",
        "clever.oauth-url, clever.com, CLEVER_OAUTH_URL is not a web address",
        "clever.api-url, http://api.clever.com, CLEVER_API_URL is not a web address that begins with https://",
        "clever.oauth-url, http://clever.com, CLEVER_OAUTH_URL is not a web address that begins with https://",
        "clever.api-version, v2.1, CLEVER_API_VERSION is 'v2.1'. Set it to v3.1 or v3.0.",
        "clever.page-size, many, CLEVER_PAGE_SIZE is 'many'. Set it to a whole number from 1 to 10000.",
        "management.server.port, 99999, MANAGEMENT_SERVER_PORT is '99999'. Set it to",
        "spring.datasource.url, postgres://secret@host/db, SPRING_DATASOURCE_URL is not the address of a PostgreSQL",
        "sync.retention-days, a year, SYNC_RETENTION_DAYS is 'a year'. Set it to a whole number from 1 to 36500.",
        "sync.retention-days, 0, SYNC_RETENTION_DAYS is '0'. Set it to a whole number from 1 to 36500.",
        "sync.journal-values-days, never, SYNC_JOURNAL_VALUES_DAYS is 'never'. Set it to a whole number from 1 to 36500.",
        "sync.cron, every night, SYNC_CRON is 'every night', which is not a Quartz cron expression.",
        "sync.time-zone, America/Pheonix, SYNC_TIME_ZONE is 'America/Pheonix', which is not a time zone.",
        "spring.quartz.startup-delay, soon, SPRING_QUARTZ_STARTUP_DELAY has a value that does not fit.",
    })
    void a_malformed_value_is_a_sentence_with_exit_code_64(String property, String value, String sentence) {
        var run = run().with(property, value).run("sync", "all");

        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith(sentence)
                .doesNotContain("secret@");
        assertThat(run.exitCode()).isEqualTo(64);
    }

    @Test
    void no_routes_folder_is_a_sentence_with_exit_code_64() {
        var run = run().with("routes.dir", temporary.resolve("no").toString()).run("serve");

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).startsWith("There is no routes folder").contains("ROUTES_DIR");
    }

    @Test
    void a_routes_folder_without_routes_is_a_sentence_with_exit_code_64() {
        var run =
                run().with("routes.dir", temporary.resolve("rules").toString()).run("serve");

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).contains("holds no file *.camel.yaml").contains("ROUTES_DIR");
    }

    @Test
    void an_unreachable_database_is_a_sentence_with_exit_code_1() {
        var run = run().with("spring.datasource.url", "jdbc:postgresql://localhost:1/no")
                .run("sync", "all");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines())
                .containsExactly("The database localhost:1/no cannot be reached. Check SPRING_DATASOURCE_URL,"
                        + " and that PostgreSQL runs.");
    }

    @Test
    void a_database_that_is_not_there_is_a_sentence_with_exit_code_1() {
        var run = run().with("spring.datasource.url", DATABASE + "_no").run("sync", "all");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines()).singleElement().asString().startsWith("There is no database localhost:");
    }

    @Test
    void a_user_whom_the_database_refuses_is_a_sentence_with_exit_code_1() {
        var run = run().with("spring.datasource.username", "nobody").run("sync", "all");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .contains("refuses the user 'nobody'. Check SPRING_DATASOURCE_USERNAME");
    }

    @ParameterizedTest
    @CsvSource({
        "tiny.camel.yaml, - setBody:, - setBdy:, tiny.camel.yaml:8: The key 'setBdy' is not known here.",
        "rules/tiny.yaml, largest, largst, rules/tiny.yaml:1: At the top",
        "sql/read-tiny.sql, '-- ', '', sql/read-tiny.sql:1: There is no header"
    })
    void a_broken_file_stops_the_start_with_file_line_and_exit_code_1(
            String file, String from, String to, String sentence) {
        routes.change(file, from, to);

        for (var command : new String[][] {{"serve"}, {"sync", "all"}}) {
            var run = run().run(command);
            assertThat(run.err().lines())
                    .singleElement()
                    .asString()
                    .startsWith(temporary.resolve(sentence).toString());
            assertThat(run.exitCode()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:dataSource, jdbk:dataSource, tiny.camel.yaml:11: route 'tiny-read' cannot be built: ",
        "jdbc:dataSource, jdbc:dataSorce, tiny.camel.yaml:11: route 'tiny-read' cannot be built: ",
        "useHeadersAsParameters, useHeaders, tiny.camel.yaml:11: route 'tiny-read' cannot be built: ",
        "log: done, 'log: \"{{no.such.property}}\"', tiny.camel.yaml:22: route 'tiny-log' cannot be built: ",
        "log: done, 'log: \"${bdy.}\"', tiny.camel.yaml:22: route 'tiny-log' cannot be built: ",
    })
    void a_route_that_camel_cannot_build_is_a_sentence_with_its_file(String from, String to, String sentence) {
        routes.change("tiny.camel.yaml", from, to);

        var run = run().run("sync", "all");

        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith(temporary.resolve(sentence).toString());
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"management.server.port, server.port", "server.port, management.server.port"})
    void a_port_in_use_is_a_sentence_with_exit_code_1(String wanted, String other) throws IOException {
        try (var taken = new ServerSocket(0)) {
            var run = run().with(wanted, String.valueOf(taken.getLocalPort()))
                    .with(other, "0")
                    .run("serve");

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err().lines())
                    .containsExactly(
                            "Port " + taken.getLocalPort() + " is in use. Stop the program that uses it, or set "
                                    + wanted.toUpperCase(Locale.ROOT).replace('.', '_') + " to another port.");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', $2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy, GALILEO_OPERATOR_USER is not set. Set both",
        "olga, '', GALILEO_OPERATOR_PASSWORD_HASH is not set. Set both",
        "olga, open-sesame, GALILEO_OPERATOR_PASSWORD_HASH is not a bcrypt hash",
        "olga, $2a$31$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy, GALILEO_OPERATOR_PASSWORD_HASH is not a bcrypt hash",
        "olga, '$argon2id$v=19$m=16384000,t=2,p=1$c2FsdHNhbHQ$c2FsdHNhbHRzYWx0c2FsdHNhbHQ', GALILEO_OPERATOR_PASSWORD_HASH is not",
        "ol:ga, $2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy, GALILEO_OPERATOR_USER is not the name",
    })
    void half_an_account_or_a_malformed_one_is_a_sentence_with_exit_code_64(String user, String hash, String sentence) {
        for (String command : new String[] {"serve", "check"}) {
            var run = run().with("galileo.operator.user", user)
                    .with("galileo.operator.password-hash", hash)
                    .run(command);

            assertThat(run.exitCode()).isEqualTo(64);
            assertThat(run.err() + run.out())
                    .contains(sentence)
                    .doesNotContain("sesame", "N9qo8uLOickgx2ZMRZoMye", "c2FsdHNhbHQ");
        }
    }

    private CommandRun run() {
        return new CommandRun(temporary, DATABASE);
    }
}
