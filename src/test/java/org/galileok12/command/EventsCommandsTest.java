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

/** What a person at the terminal types to follow a district by events, and sees. */
class EventsCommandsTest {

    private static final String DATABASE = Postgres.newDatabase();

    @SuppressWarnings("NullAway.Init")
    private LocalClever clever;

    @SuppressWarnings("NullAway.Init")
    private SchoolDistrict district;

    @BeforeEach
    void begin() {
        clever = LocalClever.start();
        district = clever.district("Events Unified");
        district.student("Amy Ng", district.school("North"));
    }

    @AfterEach
    void end() {
        clever.close();
    }

    @Test
    void events_are_refused_switched_on_shown_and_switched_off() {
        assertThat(run("sync", district.id(), "--dry-run").exitCode()).isZero();
        var tooEarly = run("events", "on", district.id());
        assertThat(tooEarly.exitCode()).isEqualTo(1);
        assertThat(tooEarly.err())
                .isEqualTo("District %1$s has no published roster yet that events could change. First: sync %1$s.\n"
                        .formatted(district.id()));
        assertThat(run("sync", district.id()).exitCode()).isZero();

        assertThat(run("events", "on", district.id(), "--by", "Olga Ops").out())
                .isEqualTo("District %s: Events wait for a full run, since which they can be followed.\n"
                        .formatted(district.id()));

        assertThat(run("sync", district.id()).exitCode()).isZero();
        assertThat(run("events", "show", district.id()).out())
                .startsWith("District %s: Events wait for a full run".formatted(district.id()))
                .contains("The last look failed: GET /v3.1/events was answered 403");
        district.events().on();
        assertThat(run("sync", district.id()).exitCode()).isZero();
        assertThat(run("events", "show", district.id()).out())
                .startsWith("District %s: The district is followed by events. Read until 20".formatted(district.id()));
        assertThat(run("events", "show", district.id(), "--json").out())
                .startsWith("{\"district\":\"" + district.id()
                        + "\",\"on\":true,\"state\":\"The district is followed by events.\",\"readUntil\":\"");
        assertThat(run("events", "off", district.id(), "--by", "Olga Ops").out())
                .isEqualTo("District %s: Events are off: changes come with full runs only.\n".formatted(district.id()));
        assertThat(db().queryForList(
                                "select decided_by || ': ' || outcome from sync.decision where kind = 'events' order by decision_id",
                                String.class))
                .hasSize(3)
                .contains(
                        "Olga Ops: The district is followed by events.",
                        "Olga Ops: The district is not followed by events.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "events                                     | Say what to do: events on, events off or events show.",
                "events on                                  | Missing required parameter: '<district-id>'",
                "events on 12                               | '12' is not a district id of Clever",
                "events off 12                              | '12' is not a district id of Clever",
                "events show 12                             | '12' is not a district id of Clever",
                "events on 0123456789abcdef01234567 --by=   | --by needs the name of a person",
                "events up 0123456789abcdef01234567         | Unmatched arguments",
            })
    void a_slip_of_the_hand_is_a_sentence_and_exit_code_64(String line, String sentence) {
        var run = run(line.strip().split(" "));

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).startsWith(sentence);
        assertThat(run.context()).isNull();
    }

    @Test
    void a_district_that_is_not_there_is_one_sentence_and_exit_code_64() {
        var run = run("events", "on", "0123456789abcdef01234567");

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err())
                .isEqualTo("District 0123456789abcdef01234567 was never synchronised here. Check the id.\n");
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
