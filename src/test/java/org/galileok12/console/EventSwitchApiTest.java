package org.galileok12.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.galileok12.run.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The operator switches the events of a district over HTTP. */
class EventSwitchApiTest extends ApiScenario {

    @Test
    void they_are_shown_switched_on_and_off_and_the_account_stands_beside_it() throws Exception {
        var district = CLEVER.district("Events Api");
        district.student("Amy Ng", district.school("North"));
        var path = "/api/districts/" + district.id() + "/events";
        assertThat(get(path).statusCode()).isEqualTo(400);
        districtSync.sync(district.id(), true, Progress.NONE);
        var tooEarly = post(path, "{\"on\":true}");
        assertThat(tooEarly.statusCode()).isEqualTo(409);
        assertThat(error(tooEarly)).startsWith("District " + district.id() + " has no published roster yet");
        districtSync.sync(district.id(), false, Progress.NONE);

        var on = post(path, "{\"on\":true}");

        assertThat(on.statusCode()).isEqualTo(200);
        assertThat(json(get(path)).path("on").asBoolean()).isTrue();
        assertThat(json(get(path)).path("state").asText()).startsWith("Events wait for a full run");
        assertThat(json(post(path, "{\"on\":false}")).path("on").asBoolean()).isFalse();
        assertThat(db.queryForList("""
                        select decided_by || ' ' || (outcome like 'Refused: %') from sync.decision
                        where kind = 'events' and district_id = (select district_id from sync.connection where clever_id = ?)
                        order by decision_id
                        """, String.class, district.id()))
                .containsExactly("olga true", "olga false", "olga false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[7]", "{\"on\":\"canary\"}", "{\"on\":null}"})
    void what_does_not_fit_is_one_sentence_and_decides_nothing(String body) throws Exception {
        var before = db.queryForObject("select count(*) from sync.decision", Long.class);

        var response = post("/api/districts/0123456789abcdef01234567/events", body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(error(response)).isNotBlank().endsWith(".").doesNotContain("canary");
        assertThat(db.queryForObject("select count(*) from sync.decision", Long.class))
                .isEqualTo(before);
    }
}
