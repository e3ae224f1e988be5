package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Which sharing rules matched nothing is known of the whole walk, also when two nodes have read it. */
class ResumedMatchesTest extends InterruptedScenario {

    @DynamicPropertySource
    static void rules(DynamicPropertyRegistry registry) {
        var routes = new RoutesCopy()
                .write("rules/sharing.yaml", "default: {exclude: {grades: ['10', '11', '12']}}\ndistricts: {}\n");
        registry.add("routes.dir", routes::path);
    }

    /** A twelfth grade on the first page, which is staged; an eleventh on the last, which the next node reads. */
    @Override
    void prepare() {
        CLEVER.onPage("users", 1).in(district).changed(ResumedMatchesTest::oneSenior);
        district.student("Last Page").grade("11");
    }

    @Test
    void a_rule_that_matched_on_a_page_of_the_earlier_node_is_not_reported_as_matching_nothing() {
        var result = syncDone();

        assertThat(result.report().path("pagesKept").asInt()).isEqualTo(6);
        assertThat(CLEVER.requests("users")).hasSize(1);
        assertThat(result.report().path("rulesWithoutMatch"))
                .extracting(JsonNode::asText)
                .containsExactly("exclude.grades=10");
    }

    private static ObjectNode oneSenior(ObjectNode page) {
        page.path("data")
                .valueStream()
                .map(item -> item.at("/data/roles/student"))
                .filter(JsonNode::isObject)
                .findFirst()
                .ifPresent(student -> ((ObjectNode) student).put("grade", "12"));
        return page;
    }
}
