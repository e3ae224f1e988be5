package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.galileok12.simulator.RecordedRequest;
import org.junit.jupiter.api.Test;

/** A second JVM gets SIGKILL in the middle of a run that a command started; this node, which serves, goes on with it. */
class KilledNodeTest extends ResumeScenario {

    @Test
    void killed_in_mid_walk_it_goes_on_after_the_last_staged_page() {
        var go = pageHeldBack();
        try (var node = node()) {
            awaitTwoPagesOfUsers();
            node.kill();
            go.countDown();

            var report = goesOnHere();

            assertThat(report).contains("\"pagesKept\": 6");
            noStagedPageIsRequestedAgain(2);
        }
    }

    @Test
    void killed_between_the_last_page_and_the_plan_it_requests_no_page_again_and_plans() {
        lock("lock table galileo.school in access exclusive mode");
        try (var node = node()) {
            awaitWaiting("resolve-school.sql");
            node.kill();
            unlock();

            goesOnHere();

            everyPageWasRequestedOnce();
        }
    }

    @Test
    void killed_before_repeats_are_dropped_it_proves_the_stage_complete_and_keeps_quarantine_once() {
        lock("lock table sync.quarantine in exclusive mode");
        try (var node = node()) {
            awaitWaiting("save-quarantine.sql");
            node.kill();
            unlock();

            goesOnHere();

            everyPageWasRequestedOnce();
        }
    }

    @Test
    void killed_in_mid_plan_it_plans_anew() {
        lock("lock table galileo.teaching in access exclusive mode");
        try (var node = node()) {
            awaitWaiting("plan-teaching.sql");
            assertThat(rows("select 1 from stage.change where district_id = ?", districtId()))
                    .isNotEmpty();
            node.kill();
            unlock();

            goesOnHere();

            everyPageWasRequestedOnce();
        }
    }

    @Test
    void killed_in_the_middle_of_publication_it_publishes_once() {
        lock("lock table galileo.teaching in share mode");
        try (var node = node()) {
            awaitWaiting("close-teaching.sql");
            node.kill();
            unlock();

            goesOnHere();

            everyPageWasRequestedOnce();
        }
    }

    @Test
    void killed_between_commit_and_the_end_it_only_ends_with_the_report_it_had_kept() {
        var routes = new RoutesCopy()
                .write("rules/sharing.yaml", "default: {exclude: {grades: ['12']}}\ndistricts: {}\n")
                .write(
                        "sql/await-test.sql",
                        "-- await-test.sql: wait until the test lets go.\nselect pg_advisory_xact_lock(4242) is null as waited\n")
                .change(
                        "sync-district.camel.yaml",
                        "                    - bean: { ref: reports, method: published }\n",
                        """
                                            - setBody: { constant: "resource:file:{{routes.dir}}/sql/await-test.sql" }
                                            - to: direct:sql
                        """);
        lock("select pg_advisory_xact_lock(4242)");
        try (var node = node("routes.dir=" + routes.path())) {
            awaitWaiting("await-test.sql");
            var published = roster();
            node.kill();
            unlock();

            goesOnHere();

            assertThat(roster()).isEqualTo(published);
            everyPageWasRequestedOnce();
        }
    }

    @Test
    void told_to_stop_in_mid_walk_it_lets_go_of_the_run_and_exits_and_the_run_goes_on_at_once() {
        var go = pageHeldBack();
        try (var node = node("sync.heartbeat=3600000")) {
            awaitTwoPagesOfUsers();
            db.update("update sync.run set heartbeat_at = now() + interval '1 hour' where state = 'RUNNING'");
            node.terminate();
            go.countDown();
            node.ended();

            goesOnHere();

            assertThat(node.output()).contains("The service is stopping.");
            assertThat(rows("select 1 from sync.run where district_id = ? and releases = 1", districtId()))
                    .hasSize(1);
        }
    }

    private void everyPageWasRequestedOnce() {
        noStagedPageIsRequestedAgain(Integer.MAX_VALUE);
    }

    /** @param staged pages of users that were staged before the kill; all pages of the other collections were */
    private void noStagedPageIsRequestedAgain(int staged) {
        for (var collection : java.util.List.of("schools", "terms", "courses", "sections", "users")) {
            var times = CLEVER.requests(collection).stream()
                    .collect(Collectors.groupingBy(
                            RecordedRequest::query, java.util.TreeMap::new, Collectors.counting()));
            assertThat(times).isNotEmpty();
            var pages = collection.equals("users") ? staged : Integer.MAX_VALUE;
            assertThat(CLEVER.requests(collection).stream()
                            .map(RecordedRequest::query)
                            .distinct()
                            .limit(pages))
                    .allSatisfy(query -> assertThat(times).containsEntry(query, 1L));
        }
    }
}
