package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.galileok12.simulator.ListedPerson;
import org.galileok12.simulator.PageFault;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A page is not what Clever documents: it is an error, never "no data" and never "the last page". */
class BrokenPageRunTest extends FaultScenario {

    static java.util.stream.Stream<Named<UnaryOperator<PageFault>>> pagesThatAreNoList() {
        return java.util.stream.Stream.of(
                Named.of("a maintenance page", PageFault::html),
                Named.of("an empty object", page -> page.body("{}")),
                Named.of("an empty body", page -> page.body("")),
                Named.of("no data", page -> page.without("data")),
                Named.of("a list alone", page -> page.body("[]")));
    }

    @ParameterizedTest
    @MethodSource("pagesThatAreNoList")
    void f18_a_200_that_is_no_list_fails_the_run_and_is_never_read_as_empty(UnaryOperator<PageFault> fault) {
        failsWhile(fault.apply(CLEVER.onPage("users", 1)));
    }

    @Test
    void f18_a_maintenance_page_that_passes_costs_one_retry() {
        var leaver = publishedClass(12);
        CLEVER.onPage("users", 1).html();

        syncTakesOut(leaver);
    }

    @Test
    void f19_a_page_beyond_our_limits_fails_the_run() {
        failsWhile(CLEVER.onPage("users", 2).bytes(page -> new byte[1 << 20]));
    }

    @Test
    void f19_a_page_nested_without_end_fails_the_run() {
        failsWhile(CLEVER.onPage("users", 2)
                .bytes(page -> ("{\"data\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}")
                        .getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void f22_a_record_on_two_pages_becomes_one_row_the_later_copy_wins_and_it_is_counted() {
        var leaver = publishedClass(11);
        var bob = district.student("Bob Ode", district.school("South"));
        district.student("Zoe Ode", district.school("East"));
        CLEVER.onPage("users", 3)
                .before(() -> bob.named("Bob Later").set("/last_modified", "2026-01-01T00:00:00.000Z"))
                .alsoListing(bob);

        var result = syncTakesOut(leaver);

        assertThat(rows(
                        "select last_name from galileo.person where district_id = ? and clever_id = ?",
                        districtId(),
                        bob.id()))
                .containsExactly(Map.of("last_name", "Later"));
        assertThat(result.report().at("/collections/users/duplicates").asInt()).isEqualTo(1);
    }

    @Test
    void f25_a_next_link_to_the_same_page_fails_the_run_on_its_second_sight() {
        failsWhile(CLEVER.onPage("users", 2).changed(page -> {
            page.withArray("links").forEach(link -> {
                if (link.path("rel").asText().equals("next")) {
                    ((ObjectNode) link).put("uri", page.at("/links/0/uri").asText());
                }
            });
            return page;
        }));
    }

    @Test
    void f27_pages_without_end_fail_the_run_at_the_cap() {
        var leaver = publishedClass(12);
        var endless = new ArrayList<ListedPerson>();
        for (int i = 0; i < 40; i++) {
            endless.add(district.student("Endless" + i + " Ode"));
        }

        assertThat(syncFails("CONTRACT").reason()).contains("more than 8 pages");

        endless.forEach(ListedPerson::remove);
        syncTakesOut(leaver);
    }

    @Test
    void f28_a_short_page_with_a_next_link_is_not_the_last_one() {
        var leaver = publishedClass(12);
        CLEVER.onPage("users", 1).changed(page -> {
            var data = page.withArray("data");
            while (data.size() > 2) {
                data.remove(data.size() - 1);
            }
            var cursor = data.get(1).at("/data/id").asText();
            page.withArray("links").forEach(link -> {
                if (link.path("rel").asText().equals("next")) {
                    ((ObjectNode) link).put("uri", "/v3.1/users?limit=5&starting_after=" + cursor);
                }
            });
            return page;
        });

        syncTakesOut(leaver);
    }

    @Test
    void f28_a_full_page_without_a_next_link_is_the_last_one() {
        var leaver = publishedClass(10);
        CLEVER.forgetRequests();

        assertThat(district.count("users")).isEqualTo(10);
        syncTakesOut(leaver);
        assertThat(CLEVER.requests("users")).hasSize(2);
    }

    static java.util.stream.Stream<Named<UnaryOperator<PageFault>>> linksThatCannotBeRead() {
        return java.util.stream.Stream.of(
                Named.of("none", page -> page.without("links")),
                Named.of("a text", page -> page.changed(body -> body.put("links", "none"))),
                Named.of(
                        "without rel",
                        page -> page.changed(body -> {
                            body.putArray("links").addObject().put("uri", "/v3.1/users");
                            return body;
                        })));
    }

    @ParameterizedTest
    @MethodSource("linksThatCannotBeRead")
    void f29_links_that_cannot_be_read_fail_the_run_instead_of_ending_the_list(UnaryOperator<PageFault> fault) {
        failsWhile(fault.apply(CLEVER.onPage("users", 1)));
    }

    private void failsWhile(PageFault fault) {
        // The class is published before the fault begins.
        fault.times(0);
        var leaver = publishedClass(12);
        fault.always();

        syncFails("CONTRACT");

        fault.times(0);
        syncTakesOut(leaver);
    }
}
