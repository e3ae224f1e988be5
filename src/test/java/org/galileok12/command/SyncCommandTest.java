package org.galileok12.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.galileok12.check.RoutesFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyncCommandTest {

    private static final String DATABASE = Postgres.newDatabase();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path routes;

    @BeforeAll
    static void folder() {
        var ignored = new RoutesFolder(routes);
    }

    @ParameterizedTest
    @CsvSource({"a, 0, done", "b, 2, held", "c, 3, skipped", "d, 1, failed"})
    void the_exit_code_says_how_the_run_ended(String last, int exitCode, String word) {
        var run = run("sync", "00000000000000000000000" + last);

        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.out()).startsWith("District 00000000000000000000000" + last + ", run 7: " + word);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void join_takes_the_report_of_the_run_that_is_under_way() {
        var run = run("sync", TinyApplication.DONE, "--join");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("District 00000000000000000000000a, run 8: done")
                .contains("joined");
    }

    @Test
    void join_and_dry_run_exclude_each_other() {
        var run = run("sync", TinyApplication.DONE, "--join", "--dry-run");

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).startsWith("--join takes the report of a run that changes the roster");
    }

    @Test
    void json_prints_exactly_the_report() {
        var run = run("sync", TinyApplication.DONE, "--json", "--dry-run");

        assertThat(run.out())
                .isEqualTo("{\"district\":\"00000000000000000000000a\",\"outcome\":\"DONE\",\"dryRun\":true}\n");
    }

    @Test
    void a_district_that_clever_does_not_know_is_one_sentence_and_exit_code_1() {
        var run = run("sync", TinyApplication.UNKNOWN);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines()).singleElement().asString().startsWith("District 00000000000000000000000f is not");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void all_goes_on_after_a_poisoned_district_and_ends_with_a_summary() {
        var run = run("sync", "all");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("District 00000000000000000000000b, run 7: held");
        assertThat(run.out().lines().reduce((first, second) -> second))
                .hasValue("3 districts: 1 done, 1 held, 1 failed.");
    }

    @Test
    void all_with_json_prints_an_array() {
        var run = run("sync", "all", "--json");

        assertThat(run.out().lines())
                .singleElement()
                .asString()
                .startsWith("[{")
                .endsWith("}]");
    }

    @Test
    void nothing_is_left_running_after_the_report() {
        var context = run("sync", TinyApplication.DONE).context();

        assertThat(context)
                .isNotNull()
                .satisfies(closed -> assertThat(closed.isActive()).isFalse());
    }

    private static CommandRun run(String... arguments) {
        return new CommandRun(routes, DATABASE).run(arguments);
    }
}
