package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** API v3.0 is a matter of configuration. */
@TestPropertySource(properties = "clever.api-version=v3.0")
class OlderVersionTest extends RosterScenario {

    @Test
    void a_district_is_synchronised_through_v3_0_alone() {
        var north = district.school("North");
        var fall = district.term("Fall", "2025-08-18", "2025-12-19");
        var amy = district.student("Amy Ng", north).grade("Other");
        for (int i = 0; i < 7; i++) {
            district.student("Bob" + i + " Ode", north);
        }
        var ruth = district.teacher("Ruth Okafor", north).alsoStaff("Principal", north);
        var mai = district.contact("Mai Ng", amy);
        var maths = district.section("Maths", north).term(fall).taughtBy(ruth).with(amy);

        var result = syncDone();

        assertThat(CLEVER.requests("users")).hasSizeGreaterThan(1);
        assertThat(CLEVER.requests())
                .filteredOn(request -> !request.path().equals("/oauth/tokens"))
                .isNotEmpty()
                .allMatch(request -> request.path().startsWith("/v3.0/"));
        assertThat(result.report().path("apiVersion").asText()).isEqualTo("v3.0");
        assertThat(count(result, "person", "created")).isEqualTo(10);
        assertThat(count(result, "teaching", "created")).isEqualTo(1);
        assertThat(row("student", amy)).containsEntry("grade", "6+").containsEntry("grade_raw", "Other");
        assertThat(active("staff", ruth)).isTrue();
        assertThat(active("contact", mai)).isTrue();
        assertThat(intervals("enrollment", maths, amy)).containsExactly("open");
        assertThat(intervals("teaching", maths, ruth)).containsExactly("open");
        assertThat(column("section", "term_id", maths)).isEqualTo(idOf("term", fall));
        assertThat(schoolsOf(amy)).containsExactly(north.id() + "*");
        nothingLeftToDo();
    }
}
