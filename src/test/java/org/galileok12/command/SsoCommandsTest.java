package org.galileok12.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.galileok12.GalileoClever;
import org.galileok12.simulator.LocalClever;
import org.galileok12.simulator.SchoolDistrict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What a person at the terminal types to let people sign in, and sees. */
class SsoCommandsTest {

    private static final String DATABASE = Postgres.newDatabase();

    @SuppressWarnings("NullAway.Init")
    private LocalClever clever;

    @SuppressWarnings("NullAway.Init")
    private SchoolDistrict district;

    @BeforeEach
    void begin() {
        clever = LocalClever.start();
        district = clever.district("Sso Unified");
        district.student("Amy Ng", district.school("North"));
    }

    @AfterEach
    void end() {
        clever.close();
    }

    @Test
    void single_sign_on_is_refused_switched_on_shown_and_switched_off() {
        assertThat(run("sync", district.id(), "--dry-run").exitCode()).isZero();
        var tooEarly = run("sso", "on", district.id());
        assertThat(tooEarly.exitCode()).isEqualTo(1);
        assertThat(tooEarly.err())
                .isEqualTo("District %1$s has no published roster yet: nobody could be let in. First: sync %1$s.\n"
                        .formatted(district.id()));
        assertThat(tooEarly.out()).isEmpty();
        assertThat(run("sync", district.id()).exitCode()).isZero();

        var on = run(
                "sso",
                "on",
                district.id(),
                "--role",
                "student",
                "--role",
                "teacher",
                "--respect-launch-date",
                "--by",
                "Olga Ops");
        assertThat(on.exitCode()).isZero();
        assertThat(on.out())
                .isEqualTo(
                        "District %s: single sign-on is on for teacher, student, from the launch date on (2025-08-01).\n"
                                .formatted(district.id()));

        var json = run("sso", "show", district.id(), "--json");
        assertThat(json.exitCode()).isZero();
        assertThat(json.out())
                .startsWith("{\"district\":\"" + district.id()
                        + "\",\"on\":true,\"roles\":[\"teacher\",\"student\"],\"respectLaunchDate\":true,");

        assertThat(run("sso", "on", district.id(), "--no-respect-launch-date").out())
                .isEqualTo("District %s: single sign-on is on for teacher, student.\n".formatted(district.id()));
        assertThat(run("sso", "off", district.id(), "--by", "Olga Ops").out())
                .isEqualTo("District %s: single sign-on is off.\n".formatted(district.id()));
        assertThat(db().queryForList(
                                "select decided_by from sync.decision where kind = 'sso' order by decision_id",
                                String.class))
                .contains("Olga Ops")
                .hasSize(4);
    }

    @Test
    void a_district_that_is_not_there_is_one_sentence_and_exit_code_64() {
        var run = run("sso", "show", "0123456789abcdef01234567", "--json");

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err())
                .isEqualTo("District 0123456789abcdef01234567 was never synchronised here. Check the id.\n");
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sso                                                  | Say what to do: sso on, sso off or sso show.",
                "sso on                                               | Missing required parameter: '<district-id>'",
                "sso on 12                                            | '12' is not a district id of Clever",
                "sso off 12                                           | '12' is not a district id of Clever",
                "sso show 12                                          | '12' is not a district id of Clever",
                "sso on 0123456789abcdef01234567 --role contact       | 'contact' is no role that signs in.",
                "sso on 0123456789abcdef01234567 --role Student       | 'Student' is no role that signs in.",
                "sso off 0123456789abcdef01234567 --role student      | Unknown options: '--role', 'student'",
                "sso on 0123456789abcdef01234567 --by=                | --by needs the name of a person",
                "sso up 0123456789abcdef01234567                      | Unmatched arguments",
            })
    void a_slip_of_the_hand_is_a_sentence_and_exit_code_64(String line, String sentence) {
        var run = run(line.strip().split(" "));

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).startsWith(sentence);
        assertThat(run.context()).isNull();
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

    private static JdbcTemplate db() {
        return new JdbcTemplate(new DriverManagerDataSource(DATABASE, "postgres", "postgres"));
    }
}
