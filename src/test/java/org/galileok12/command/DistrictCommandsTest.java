package org.galileok12.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Clock;
import org.galileok12.GalileoClever;
import org.galileok12.simulator.LocalClever;
import org.galileok12.simulator.SchoolDistrict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A district on its way to its schedule, as somebody types it: the whole product, started once for each command. */
class DistrictCommandsTest {

    private static final LocalClever CLEVER = LocalClever.start();
    private static final String EMPTY = Postgres.newDatabase();
    private static final String UNKNOWN = "0123456789abcdef01234567";

    private String database = EMPTY;

    @AfterAll
    static void stop() {
        CLEVER.close();
    }

    @Test
    void a_district_is_found_looked_at_accepted_read_and_scheduled() throws Exception {
        database = Postgres.newDatabase();
        assertThat(run("districts").out())
                .isEqualTo("No district is known yet. To look at Clever's list: districts --discover\n");
        var district = district("Springfield");

        var found = run("districts", "--discover");
        assertThat(found.exitCode()).isZero();
        assertThat(found.out())
                .containsPattern(district.id() + "  Springfield +requested +accepted +us +- +-\n")
                .contains("1 district: 1 requested.\n")
                .containsPattern("Clever's list, looked at 20\\S+Z: applied, 1 listed\\.\n");
        var nobody = run("sync", "all");
        assertThat(nobody.err()).startsWith("No district is taken on and lets this application read its roster.");

        var accepted = run("accept", district.id(), "--by", "olga");
        assertThat(accepted.out())
                .isEqualTo("District " + district.id()
                        + " is accepted. Its state: accepted. Open: grades, for us. Type: sync " + district.id()
                        + " --dry-run\n");
        var planned = run("sync", district.id(), "--dry-run", "--json");
        var plan = new ObjectMapper().readTree(planned.out()).at("/plan/hash").asText();
        var shown = run("district", district.id());
        assertThat(shown.exitCode()).isZero();
        assertThat(shown.out())
                .startsWith("District " + district.id() + " (Springfield, sftp): ready\n")
                .contains("\nChecklist:\n  done  authorised   Authorised on 2025-08-01, scopes ")
                .contains("\n  done  accepted     Accepted by olga on 20")
                .contains("\n  done  sharing      Shared: schools, students.\n")
                .contains("\n  open  dry-run      Nobody has confirmed to have read dry run ")
                .contains("For us: Read it, then type: accept " + district.id() + " --plan " + plan + "\n");

        var other = run("accept", district.id(), "--plan", "0123456789abcdef");
        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(other.err()).startsWith("District " + district.id() + " was planned anew: its newest dry run, ");
        assertThat(run("accept", district.id(), "--plan", plan).out())
                .startsWith("District " + district.id() + " is accepted. Dry run ")
                .endsWith(" counts as read. Its state: scheduled.\n");
        assertThat(run("sync", "all").out()).endsWith("1 district: 1 done.\n");
    }

    @Test
    void a_district_is_paused_resumed_and_looked_at_anew_and_another_declined() throws Exception {
        database = Postgres.newDatabase();
        var district = district("Shelbyville");
        run("districts", "--discover");

        assertThat(run("pause", district.id()).out())
                .startsWith("District " + district.id() + " is paused: it is left out of its schedule until ");
        var twice = run("pause", district.id());
        assertThat(twice.exitCode()).isEqualTo(64);
        assertThat(twice.err()).contains(" is paused already, since 20");
        assertThat(run("resume", district.id(), "--json").out())
                .startsWith(
                        "{\"district\":\"" + district.id() + "\",\"onboarding\":\"requested\",\"wasPausedAt\":\"20");

        district.set("name", "New Shelbyville");
        var asked = new ObjectMapper()
                .readTree(run("district", district.id(), "--probe", "--json").out());
        assertThat(asked.path("name").asText()).isEqualTo("New Shelbyville");
        assertThat(asked.path("checklist")).hasSize(6);

        assertThat(run("decline", district.id(), "--reason", "not a customer").out())
                .startsWith("District " + district.id() + " is declined: nothing of it is synchronised.");
        var refused = run("sync", district.id());
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).startsWith("District " + district.id() + " was declined at ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "district x|'x' is not a district id of Clever",
                "district|Missing required parameter: '<district-id>'",
                "decline all|'all' is not a district id of Clever",
                "pause 7|'7' is not a district id of Clever",
                "resume 7|'7' is not a district id of Clever",
                "accept 0123456789abcdef01234567 --plan ;drop|';drop' is not the hash of a plan",
                "accept 0123456789abcdef01234567 --by=|--by needs the name of a person",
                "decline 0123456789abcdef01234567 --reason=|--reason needs a text of at most 500 characters.",
                "districts --probe|Unknown option: '--probe'",
            })
    void bad_input_is_a_sentence_with_exit_code_64_before_anything_starts(String line, String sentence) {
        var run = run(line.split(" ", -1));

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).startsWith(sentence);
        assertThat(run.context()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"district", "accept", "decline", "pause", "resume"})
    void a_district_that_is_not_here_is_a_sentence_with_exit_code_64(String command) {
        var run = run(command, UNKNOWN);

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).isEqualTo("District " + UNKNOWN + " was never synchronised here. Check the id.\n");
    }

    @Test
    void auto_accept_is_true_or_false() {
        var run = new CommandRun(GalileoClever.class, Path.of("routes"), EMPTY)
                .with("sync.auto-accept", "yes please")
                .run("districts");

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).startsWith("SYNC_AUTO_ACCEPT is 'yes please'. Set it to true ");
    }

    private static SchoolDistrict district(String name) {
        CLEVER.reset();
        var district = CLEVER.district(name).lastSync(Clock.systemUTC().instant());
        district.student("Amy Ng", district.school("North"));
        return district;
    }

    private CommandRun run(String... arguments) {
        return new CommandRun(GalileoClever.class, Path.of("routes"), database)
                .with("spring.flyway.locations", "classpath:db/migration")
                .with("clever.client-id", LocalClever.CLIENT_ID)
                .with("clever.client-secret", LocalClever.CLIENT_SECRET)
                .with("clever.api-url", CLEVER.url())
                .with("clever.oauth-url", CLEVER.url())
                .run(arguments);
    }
}
