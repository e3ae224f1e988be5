package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.ProducerTemplate;
import org.galileok12.run.EventSwitch;
import org.galileok12.simulator.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One way: nothing is ever written to Clever, and only the documented lists and events are read. No Goals, no LMS, no attendance. */
class OnlyReadsTest extends RichScenario {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private ProducerTemplate camel;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private EventSwitch eventSwitch;

    @Test
    void every_request_is_a_get_of_a_documented_list_whatever_goes_wrong() {
        var rich = new RichDistrict(district);
        district.lastSync(null);
        district.events().on();
        syncDone();
        eventSwitch.on(district.id(), "Olga Operator");
        syncDone();
        rich.changeEverything();
        // A token that is refused, an answer that is late, one that is broken, and absences that are read again.
        CLEVER.onPage("users", 1).before(() -> district.authorise()).answer(401);
        CLEVER.onPage("users", 2).answer(503);
        CLEVER.onPage("sections", 1).answer(429, Map.of("X-RateLimit-Reset", "0", "Retry-After", "0"), "");
        CLEVER.onPage("courses", 1).html();
        CLEVER.onPage("terms", 1).reset();

        var result = syncDone();

        assertThat(result.report().path("retries").asLong()).isPositive();
        assertThat(result.report().path("waits").asLong()).isPositive();
        assertThat(CLEVER.requests("users").stream()
                        .filter(each -> !each.query().contains("starting_after")))
                .as("two syncs, the second with a reading for ids")
                .hasSizeGreaterThan(2);
        assertThat(CLEVER.requests("tokens")).hasSizeGreaterThan(2);
        district.student("Late Comer", district.school("Late"));
        CLEVER.onAnyPage("events").answer(503);
        camel.send("direct:follow-every-district", exchange -> {});
        assertThat(CLEVER.requests("events")).hasSizeGreaterThan(2);
        assertThat(CLEVER.requests())
                .allSatisfy(request -> assertThat(request.method()).isEqualTo("GET"));
        assertThat(CLEVER.requests().stream().map(RecordedRequest::path).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "/oauth/tokens",
                        "/v3.1/districts",
                        "/v3.1/schools",
                        "/v3.1/terms",
                        "/v3.1/courses",
                        "/v3.1/users",
                        "/v3.1/sections",
                        "/v3.1/events");
    }
}
