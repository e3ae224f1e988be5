package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.galileok12.run.Outcome;
import org.galileok12.simulator.ListedPerson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The walk over many pages; a page holds five records here. */
class PagedWalkTest extends RichScenario {

    private static final List<String> COLLECTIONS = List.of("schools", "terms", "courses", "users", "sections");

    @Test
    void every_collection_is_read_to_its_last_page() {
        fill(12);

        var report = syncDone().report();

        for (var collection : COLLECTIONS) {
            assertThat(report.path("collections")
                            .path(collection)
                            .path("fetched")
                            .asLong())
                    .isEqualTo(12);
            assertThat(CLEVER.requests(collection))
                    .hasSize(3)
                    .allSatisfy(request -> assertThat(request.query()).contains("limit=5"));
        }
        for (var table : List.of("school", "term", "course", "person", "section", "enrollment")) {
            assertThat(one(
                            "select count(*) from galileo." + table + " where district_id = ?",
                            Long.class,
                            districtId()))
                    .as(table)
                    .isEqualTo(12);
        }
    }

    @Test
    void the_five_collections_are_read_side_by_side() {
        fill(3);
        var all = new CountDownLatch(COLLECTIONS.size());
        // No collection gets its first page before all have been asked for.
        COLLECTIONS.forEach(collection -> CLEVER.onPage(collection, 1).before(() -> {
            all.countDown();
            arrived(all);
        }));

        syncDone();

        assertThat(all.getCount()).isZero();
    }

    @Test
    void the_next_page_is_requested_while_this_one_is_staged() {
        fill(12);
        var nextRequested = new CountDownLatch(1);
        CLEVER.onPage("users", 2).before(nextRequested::countDown);
        var waited = new AtomicBoolean();
        // No page at all is staged before the second page of users has been asked for.
        statements.before(statement -> {
            if (statement.equals("check-fence.sql")) {
                waited.set(arrived(nextRequested));
            }
        });

        syncDone();

        assertThat(waited).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v3.1/users?limit=5",
                "/v3.1/users?limit=5&starting_after=000000000000000000000000",
                "/v3.1/schools?limit=5&starting_after=660000000000000000000000",
                "https://clever.example/v3.1/users?limit=5&starting_after=66ffffffffffffffffffffff"
            })
    void a_next_link_that_repeats_or_leads_elsewhere_fails_the_run_and_the_roster_stays(String link) {
        fill(12);
        syncDone();
        district.student("New Comer");
        var before = roster();
        CLEVER.onPage("users", 2).in(district).always().next(link);
        CLEVER.forgetRequests();

        var failed = sync();

        assertThat(failed.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(failed.report().path("errorClass").asText()).isEqualTo("CONTRACT");
        assertThat(failed.reason()).contains("/v3.1/users");
        assertThat(roster()).isEqualTo(before);
        assertThat(staged()).isZero();
        assertThat(CLEVER.requests("users")).hasSizeLessThan(8);
    }

    private void fill(int each) {
        var students = new ArrayList<ListedPerson>();
        for (int i = 0; i < each; i++) {
            var school = district.school("School " + i);
            district.term("Term " + i, "2025-08-18", "2025-12-" + (10 + i));
            district.course("Course " + i, "C" + i);
            students.add(district.student("Student " + i, school));
            district.section("Section " + i, school).with(students.get(i));
        }
    }

    private static boolean arrived(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
