package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.galileok12.run.DistrictSync;
import org.galileok12.run.EventSwitch;
import org.galileok12.run.Outcome;
import org.galileok12.run.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A walk is gone on with only if nothing has changed that decides what its pages become; else it begins anew. */
class InterruptedWalkTest extends InterruptedScenario {

    @Test
    void unchanged_it_goes_on_and_only_what_was_not_staged_is_requested() {
        goesOn(6);

        assertThat(CLEVER.requests("schools")).isEmpty();
        assertThat(CLEVER.requests("sections")).isEmpty();
        assertThat(CLEVER.requests("users"))
                .hasSize(1)
                .first()
                .satisfies(page -> assertThat(page.query()).contains("starting_after"));
    }

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private EventSwitch eventSwitch;

    @Test
    void events_switched_on_meanwhile_wait_since_their_place_before_the_first_page_is_not_known() {
        district.events().on();
        district.events().raw("{\"id\":\"ID\",\"type\":\"districts.updated\"}");
        eventSwitch.on(district.id(), "Olga Ops");

        goesOn(6);

        assertThat(eventSwitch.show(district.id()).path("state").asText()).startsWith("Events wait for a full run");
        syncDone();
        assertThat(eventSwitch.show(district.id()).path("state").asText())
                .isEqualTo("The district is followed by events.");
    }

    @Test
    void with_another_last_sync_it_begins_anew() {
        district.lastSync(Instant.parse("2026-02-01T00:00:00Z"));

        goesOn(0);

        assertThat(CLEVER.requests("users")).hasSize(3);
        assertThat(CLEVER.requests("schools")).hasSize(1);
    }

    @Test
    void without_a_last_sync_it_begins_anew_since_nobody_can_tell_that_nothing_changed() {
        district.lastSync(null);
        change("walk_last_sync = null");

        goesOn(0);

        assertThat(CLEVER.requests("schools")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "walk_at = now() - interval '2 hours 1 minute'",
                "walk_api_version = 'v3.0'",
                "walk_files = 'others'"
            })
    void with_another_version_or_other_files_or_over_two_hours_old_it_begins_anew(String assignment) {
        change(assignment);

        goesOn(0);

        assertThat(CLEVER.requests("users")).hasSize(3);
    }

    @Test
    void a_node_with_an_edited_rule_begins_anew() {
        var routes =
                new RoutesCopy().write("rules/sharing.yaml", "default: {exclude: {grades: ['12']}}\ndistricts: {}\n");
        try (var node = service(routes, "clever.page-size=5", "clever.retry-delay=1ms")) {
            var result = node.getBean(DistrictSync.class).sync(district.id(), false, Progress.NONE);

            assertThat(result.outcome()).isEqualTo(Outcome.DONE);
            assertThat(result.report().path("claims").asInt()).isEqualTo(1);
            assertThat(result.report().path("pagesKept").asInt(-1)).isZero();
        }
        assertThat(CLEVER.requests("users")).hasSize(3);
        assertThat(isActive(leaver)).isFalse();
    }
}
