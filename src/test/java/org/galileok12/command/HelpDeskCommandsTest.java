package org.galileok12.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.galileok12.GalileoClever;
import org.galileok12.simulator.LocalClever;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Explain, roster, disconnect, purge and accept as somebody types them, from the first sync to the return of a district. */
class HelpDeskCommandsTest {

    private static final LocalClever CLEVER = LocalClever.start();
    private static final String DATABASE = Postgres.newDatabase();

    @AfterAll
    static void stop() {
        CLEVER.close();
    }

    @Test
    void a_district_is_explained_leaves_is_purged_and_comes_back() {
        var district = CLEVER.district("Leaving");
        var north = district.school("North");
        var amy = district.student("Amy Ng", north);
        var maths = district.section("Maths", north).with(amy);
        assertThat(run("sync", district.id()).exitCode()).isZero();

        var explained = run("explain", amy.id());
        assertThat(explained.out())
                .startsWith("Person 1: Active.\n  Clever id          " + amy.id())
                .contains("    entered class Maths, 1 (" + maths.id() + ")\n");
        assertThat(explained.exitCode()).isZero();
        assertThat(run("explain", amy.id(), "--json").out()).startsWith("[{\"entity\":\"person\",\"id\":1,");
        var unknown = run("explain", "0123456789abcdef01234567");
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.out())
                .isEqualTo(
                        "0123456789abcdef01234567 was never seen: the district does not share it, or has not been synchronised yet.\n");

        var today = java.time.LocalDate.now(java.time.Clock.systemUTC()).toString();
        assertThat(run("roster", "--as-of", today, "--section", maths.id()).out())
                .startsWith("Section 1 (Maths, " + maths.id() + ") on " + today
                        + ": 1 students, 0 teachers\nStudents:\n  1  " + amy.id() + "  Ng, Amy  since " + today);
        var noSection = run("roster", "--as-of", today, "--section", "4711");
        assertThat(noSection.exitCode()).isEqualTo(64);
        assertThat(noSection.err()).startsWith("No section 4711 was ever in the roster.");

        assertThat(run("disconnect", district.id(), "--by", "ada").out())
                .isEqualTo("District " + district.id()
                        + " is disconnected: it is not synchronised any more, its roster is kept.\n");
        var refused = run("sync", district.id());
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .startsWith("District " + district.id() + " was disconnected at ")
                .contains(" by ada ");
        var all = run("sync", "all");
        assertThat(all.out()).contains(": skipped\n").endsWith("1 district: 1 skipped.\n");
        assertThat(all.exitCode()).isEqualTo(3);
        var early = new CommandRun(GalileoClever.class, Path.of("routes"), DATABASE)
                .with("sync.retention-days", "30")
                .with("clever.api-url", CLEVER.url())
                .with("clever.oauth-url", CLEVER.url())
                .run("purge", district.id());
        assertThat(early.exitCode()).isEqualTo(1);
        assertThat(early.err()).contains(" is kept for 30 days, until ");
        assertThat(run("accept", district.id(), "--json").out())
                .startsWith("{\"district\":\"" + district.id() + "\",\"wasDisconnectedAt\":\"20");
        assertThat(run("sync", district.id()).exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "explain Amy|'Amy' is neither a Clever id (24 hexadecimal digits) nor an id of Galileo (a number).",
                "explain 1 --entity pupil|'pupil' is none of the entities: person, section, school, course, term.",
                "explain 1 --district 7|'7' is not a district id of Clever (24 hexadecimal digits).",
                "roster --as-of 31.3.2026 --section 1|'31.3.2026' is not a day like 2026-03-31.",
                "roster --as-of 2026-02-30 --section 1|'2026-02-30' is not a day like 2026-03-31.",
                "roster --as-of 2026-03-31 --section Maths|'Maths' is neither a Clever id",
                "purge all|'all' is not a district id of Clever",
                "disconnect x|'x' is not a district id of Clever",
                "accept x|'x' is not a district id of Clever",
            })
    void bad_input_is_a_sentence_with_exit_code_64_before_anything_starts(String line, String sentence) {
        var run = run(line.split(" "));

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).startsWith(sentence);
        assertThat(run.context()).isNull();
    }

    private static CommandRun run(String... arguments) {
        return new CommandRun(GalileoClever.class, Path.of("routes"), DATABASE)
                .with("sync.auto-accept", "true")
                .with("clever.client-id", LocalClever.CLIENT_ID)
                .with("clever.client-secret", LocalClever.CLIENT_SECRET)
                .with("clever.api-url", CLEVER.url())
                .with("clever.oauth-url", CLEVER.url())
                .run(arguments);
    }
}
