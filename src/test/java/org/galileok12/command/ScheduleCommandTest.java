package org.galileok12.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.galileok12.GalileoClever;
import org.galileok12.simulator.LocalClever;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What a person at the terminal types to see and change when a district is synchronised. */
class ScheduleCommandTest {

    private static final String DATABASE = Postgres.newDatabase();
    private static final LocalClever CLEVER = LocalClever.start();

    @AfterAll
    static void stop() {
        CLEVER.close();
    }

    @Test
    void a_schedule_is_shown_changed_and_put_back_and_who_did_it_is_kept() {
        var district = CLEVER.district("Schedule Unified");
        district.student("Amy Ng", district.school("North"));
        assertThat(run("sync", district.id()).exitCode()).isZero();

        var first = run("schedule", district.id());
        assertThat(first.exitCode()).isZero();
        assertThat(first.out())
                .startsWith("District " + district.id() + " (Schedule Unified): not on schedule (requested).\n")
                .contains("  time zone  America/Los_Angeles (from its state, CA)\n")
                .contains("(by default a moment of its own between one and four at night)\n")
                .contains("  too late   fire, make up for it\n")
                .endsWith("  blackouts  none\n");

        db().update("update sync.connection set onboarding = 'scheduled'");
        var changed = run(
                "schedule", district.id(),
                "--cron", "0 30 2 * * ?",
                "--time-zone", "America/Phoenix",
                "--misfire", "skip",
                "--blackout", "2099-12-21..2100-01-04",
                "--blackout", "2099-04-05",
                "--by", "Olga Ops");
        assertThat(changed.exitCode()).as(changed.err()).isZero();
        assertThat(changed.out())
                .containsPattern("next run 20\\d\\d-\\d\\d-\\d\\dT02:30-07:00\\.")
                .contains("  cron       0 30 2 * * ? (its own)\n")
                .contains("  time zone  America/Phoenix (its own)\n")
                .contains("  too late   skip, wait for the next\n")
                .endsWith("  blackouts  2099-04-05..2099-04-05, 2099-12-21..2100-01-04\n");
        assertThat(db().queryForList(
                                "select to_char(next_run_at at time zone 'America/Phoenix', 'HH24:MI') from sync.next_run",
                                String.class))
                .as("the trigger is set at once, though a command fires nothing")
                .containsExactly("02:30");

        var overlap = run("schedule", district.id(), "--blackout", "2099-12-24..2099-12-26", "--cron", "0 0 3 * * ?");
        assertThat(overlap.exitCode()).isEqualTo(64);
        assertThat(overlap.err()).isEqualTo("blackout 2099-12-24..2099-12-26 overlaps 2099-12-21..2100-01-04.\n");

        var json = run("schedule", district.id(), "--json");
        assertThat(json.out())
                .contains("\"cron\":\"0 30 2 * * ?\",\"cronFrom\":\"district\"")
                .contains("\"nextRun\":\"20");

        var cleared = run(
                "schedule",
                district.id(),
                "--clear",
                "cron",
                "--clear",
                "time-zone",
                "--clear",
                "misfire",
                "--clear",
                "blackout");
        assertThat(cleared.out())
                .contains("(from its state, CA)")
                .contains("make up for it")
                .endsWith("  blackouts  none\n");
        assertThat(db().queryForList(
                                "select decided_by || ' ' || outcome from sync.decision where kind = 'schedule' order by decision_id",
                                String.class))
                .hasSize(2)
                .first()
                .asString()
                .startsWith(
                        "Olga Ops Schedule: cron '0 30 2 * * ?' (district), time zone America/Phoenix (district), misfire skip, blackouts 2099");
    }

    @Test
    void sync_cron_is_for_those_without_a_cron_of_their_own() {
        var district = CLEVER.district("For All Unified");
        db().update("insert into sync.connection (clever_id) values (?)", district.id());

        assertThat(command()
                        .with("sync.cron", "0 15 4 * * ?")
                        .run("schedule", district.id())
                        .out())
                .contains("  cron       0 15 4 * * ? (SYNC_CRON)\n")
                .contains("  time zone  UTC (SYNC_TIME_ZONE)\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "schedule 12                                                          | '12' is not a district id of Clever",
                "schedule 0123456789abcdef01234567 --cron nightly                     | cron 'nightly' is not a Quartz cron expression.",
                "schedule 0123456789abcdef01234567 --time-zone America/Pheonix        | time-zone 'America/Pheonix' is no time zone.",
                "schedule 0123456789abcdef01234567 --misfire later                    | misfire 'later' is neither 'fire' nor 'skip'.",
                "schedule 0123456789abcdef01234567 --blackout 2026-12-26..2026-12-24  | blackout '2026-12-26..2026-12-24' is not a range",
                "schedule 0123456789abcdef01234567 --blackout 2026-01-01..2026-01-05 --blackout 2026-01-05 | blackout 2026-01-01..2026-01-05 overlaps",
                "schedule 0123456789abcdef01234567 --clear everything                 | clear 'everything' is none of",
                "schedule 0123456789abcdef01234567 --by=                              | --by needs the name of a person",
            })
    void a_slip_of_the_hand_is_a_sentence_that_names_the_field_and_exit_code_64(String line, String sentence) {
        var run = run(line.strip().split(" "));

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).startsWith(sentence);
        assertThat(run.context()).isNull();
    }

    @Test
    void a_district_that_is_not_known_is_a_sentence_with_exit_code_64_and_nothing_is_stored() {
        for (var arguments : new String[][] {
            {"schedule", "0123456789abcdef01234567"}, {"schedule", "0123456789abcdef01234567", "--misfire", "skip"}
        }) {
            var run = run(arguments);

            assertThat(run.exitCode()).isEqualTo(64);
            assertThat(run.err())
                    .isEqualTo("District 0123456789abcdef01234567 was never synchronised here. Check the id.\n");
        }
        assertThat(db().queryForList("select 1 from sync.connection where clever_id like '0123%'"))
                .isEmpty();
    }

    private static CommandRun run(String... arguments) {
        return command().run(arguments);
    }

    private static CommandRun command() {
        return new CommandRun(GalileoClever.class, Path.of("routes"), DATABASE)
                .with("spring.flyway.locations", "classpath:db/migration")
                .with("clever.client-id", LocalClever.CLIENT_ID)
                .with("clever.client-secret", LocalClever.CLIENT_SECRET)
                .with("clever.api-url", CLEVER.url())
                .with("clever.oauth-url", CLEVER.url());
    }

    private static JdbcTemplate db() {
        return new JdbcTemplate(new DriverManagerDataSource(DATABASE, "postgres", "postgres"));
    }
}
