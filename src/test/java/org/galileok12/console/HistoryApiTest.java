package org.galileok12.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.galileok12.run.Progress;
import org.galileok12.simulator.SchoolDistrict;
import org.junit.jupiter.api.Test;

/** A help desk asks over HTTP what happened to a student, and learns no name. */
class HistoryApiTest extends ApiScenario {

    @Test
    void a_story_is_told_by_clevers_id_and_by_ours_and_shows_no_value() throws Exception {
        var district = CLEVER.district("Explained");
        var amy = district.student("Amy Zwetschke", district.school("North"));
        sync(district);
        amy.named("Ann Zwetschke");
        var renamed = sync(district);

        var told = get("/api/explain/" + amy.id());

        assertThat(told.statusCode()).isEqualTo(200);
        var story = json(told).path(0);
        assertThat(story.path("entity").asText()).isEqualTo("person");
        assertThat(story.path("district").asText()).isEqualTo(district.id());
        assertThat(told.body())
                .contains("first_name", "\"run\":" + renamed)
                .doesNotContain("Zwetschke", "Amy", "\"Ann\"");
        var ours = "/api/explain/" + story.path("id").asText() + "?entity=person&district=" + district.id();
        assertThat(json(get(ours))).isEqualTo(json(told));
    }

    @Test
    void another_districts_id_and_another_entity_find_nothing() throws Exception {
        var district = CLEVER.district("Asked for");
        var amy = district.student("Amy Ng", district.school("North"));
        sync(district);

        var elsewhere = get("/api/explain/" + amy.id() + "?district=0123456789abcdef01234567");
        assertThat(elsewhere.statusCode()).isEqualTo(200);
        assertThat(elsewhere.body()).isEqualTo("[]");
        assertThat(get("/api/explain/" + amy.id() + "?entity=section").body()).isEqualTo("[]");
        assertThat(json(get("/api/explain/" + amy.id()))).hasSize(1);
    }

    private long sync(SchoolDistrict district) {
        return districtSync.sync(district.id(), false, Progress.NONE).runId();
    }
}
