package org.galileok12.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operator sees and changes over HTTP when a district is synchronised. */
class ScheduleApiTest extends ApiScenario {

    @Test
    void it_is_shown_and_changed_and_the_account_stands_beside_it() throws Exception {
        var district = CLEVER.district("Schedule Api");
        db.update(
                "insert into sync.connection (clever_id, onboarding, name) values (?, 'scheduled', 'Schedule Api')",
                district.id());
        var path = "/api/districts/" + district.id() + "/schedule";
        assertThat(json(get(path)).path("cronFrom").asText()).isEqualTo("default");
        assertThat(json(get(path)).path("nextRun").asText()).isNotBlank();

        var changed = post(path, """
                {"cron": "0 30 2 * * ?", "timeZone": "America/Phoenix", "misfire": "skip", "blackouts": ["2099-12-21..2100-01-04"]}
                """);

        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(json(changed).path("nextRunLocal").asText()).endsWith("T02:30-07:00");
        assertThat(json(get(path))).isEqualTo(json(changed));
        assertThat(json(post(path, "{\"clear\": [\"cron\", \"blackout\"]}")).path("blackouts"))
                .isEmpty();
        assertThat(db.queryForList("select decided_by from sync.decision where kind = 'schedule'", String.class))
                .containsExactly(USER, USER);
        assertThat(send(request(path)).statusCode()).isEqualTo(401);
        db.update("update sync.connection set onboarding = 'requested' where clever_id = ?", district.id());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                            | Send what changes:
            []                                                            | Send what changes:
            {"corn": "canary"}                                            | A schedule has "cron"
            {"cron": null}                                                | "cron" is a text; to take it away
            {"cron": 7}                                                   | "cron" is a text; to take it away
            {"cron": "nightly"}                                           | cron 'nightly' is not a Quartz cron expression.
            {"timeZone": "America/Pheonix"}                               | time-zone 'America/Pheonix' is no time zone.
            {"misfire": "later"}                                          | misfire 'later' is neither
            {"blackouts": "2026-12-24"}                                   | "blackouts" is a list of texts.
            {"blackouts": [7]}                                            | "blackouts" is a list of texts.
            {"blackouts": ["2026-12-24..2026-12-26", "2026-12-26"]}       | blackout 2026-12-24..2026-12-26 overlaps
            {"clear": ["all"]}                                            | clear 'all' is none of
            {"misfire": "skip"}                                           | District 0123456789abcdef01234567 was never synchronised here.
            """)
    void what_does_not_fit_is_one_sentence_that_names_the_field_and_changes_nothing(String body, String sentence)
            throws Exception {
        var before = db.queryForObject("select count(*) from sync.decision", Long.class);

        var response = post("/api/districts/0123456789abcdef01234567/schedule", body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(error(response)).startsWith(sentence).endsWith(".").doesNotContain("canary");
        assertThat(db.queryForObject("select count(*) from sync.decision", Long.class))
                .isEqualTo(before);
    }
}
