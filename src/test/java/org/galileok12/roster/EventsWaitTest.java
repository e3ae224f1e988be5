package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.galileok12.run.Outcome;
import org.galileok12.run.Progress;
import org.galileok12.run.PublishHolds;
import org.galileok12.run.Rollbacks;
import org.galileok12.simulator.ListedPerson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Events and other runs of one district take turns; what fails or waits loses nothing. */
@Import(EventsWaitTest.Hook.class)
@TestPropertySource(properties = {"sync.events-limit=8", "sync.events-pages=1", "sync.join-check=20"})
class EventsWaitTest extends EventsScenario {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private StatementHook statements;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private PublishHolds holds;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Rollbacks rollbacks;

    @SuppressWarnings("NullAway.Init")
    private ListedPerson amy;

    @BeforeEach
    void town() {
        statements.reset();
        amy = district.student("Amy Ng", district.school("North"));
        followed();
    }

    @AfterEach
    void nothingInTheWay() {
        statements.reset();
    }

    @Test
    void more_events_than_one_run_applies_take_several_in_their_order() {
        for (int i = 1; i <= 20; i++) {
            amy.grade(String.valueOf(1 + i % 11));
        }

        followDone();

        assertThat(column("student", "grade", amy)).isEqualTo("10");
        assertThat(eventRuns()).hasSizeGreaterThan(2).containsOnly("DONE");
        atTheEnd();
        nothingLeftToDo();
    }

    @Test
    void events_wait_while_a_full_run_is_under_way() {
        amy.grade("7");
        var looked = new AtomicBoolean();
        CLEVER.onPage("schools", 1).in(district).before(() -> looked.set(look() == null));

        syncDone();

        assertThat(looked).isTrue();
        assertThat(eventRuns()).isEmpty();
        assertThat(look()).as("the full run has read what it told").isNull();
        nothingLeftToDo();
    }

    @Test
    void in_a_blackout_of_its_schedule_a_district_is_not_followed() {
        db.update("update sync.connection set events = false where clever_id <> ?", district.id());
        db.update("insert into sync.blackout values (?, current_date - 1, current_date + 1)", districtId());
        amy.grade("7");

        camel.send("direct:follow-every-district", exchange -> {});
        assertThat(eventRuns()).isEmpty();

        db.update("delete from sync.blackout where district_id = ?", districtId());
        camel.send("direct:follow-every-district", exchange -> {});
        assertThat(eventRuns()).containsExactly("DONE");
    }

    @Test
    void a_full_run_that_starts_meanwhile_waits_for_the_end_of_the_events_run() {
        amy.grade("7");
        var applying = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        statements.before(statement -> {
            if (statement.equals("move-counts.sql")) {
                applying.countDown();
                arrived(go);
            }
        });
        var events = CompletableFuture.supplyAsync(this::followDone);
        arrived(applying);
        var full = CompletableFuture.supplyAsync(() -> districtSync.sync(district.id(), false, Progress.NONE));
        await().atMost(Duration.ofSeconds(20)).until(() -> statements.seen().contains("find-end.sql"));

        go.countDown();

        assertThat(events.join().outcome()).isEqualTo(Outcome.DONE);
        assertThat(full.join().outcome()).isEqualTo(Outcome.DONE);
        nothingLeftToDo();
    }

    @Test
    void a_run_that_fails_anywhere_leaves_roster_and_place_as_they_were_and_its_events_come_again() {
        for (var statement : List.of(
                "begin-events-run.sql",
                "save-checkpoint.sql",
                "save-deletions.sql",
                "drop-outdated.sql",
                "resolve-roster.sql",
                "list-told.sql",
                "plan-told-membership.sql",
                "lapse-waiting.sql",
                "move-counts.sql",
                "forget-shared-ids.sql",
                "mark-published.sql")) {
            amy.named(statement.replace("-", "").replace(".sql", "") + " Ng");
            district.student("Someone Ng").remove();
            var roster = wholeRoster();
            var place = cursor();
            statements.refuse(statement, Integer.MAX_VALUE);

            look();

            assertThat(wholeRoster()).as(statement).isEqualTo(roster);
            assertThat(cursor()).as(statement).isEqualTo(place);
            assertThat(trouble()).as(statement).contains(statement);
            statements.reset();
            followDone();
            assertThat(column("person", "last_name", amy)).isEqualTo("Ng");
            assertThat(trouble()).isNull();
        }
        nothingLeftToDo();
    }

    @Test
    void a_run_whose_node_died_is_given_up_by_the_full_run_that_follows_and_its_events_are_not_lost() {
        amy.grade("7");
        died("find-incomplete-collections.sql");

        look();

        assertThat(eventRuns()).containsExactly("ABANDONED");
        assertThat(column("student", "grade", amy)).isEqualTo("7");
        amy.grade("8");
        followDone();
        nothingLeftToDo();
    }

    @Test
    void a_published_run_whose_node_died_before_its_end_is_ended_by_the_full_run_that_follows() {
        amy.grade("7");
        died("finish-run.sql");

        look();

        assertThat(eventRuns()).containsExactly("DONE");
        assertThat(rows("select 1 from sync.run where district_id = ? and state = 'DONE'", districtId()))
                .as("two before, the events, and one that took nothing for its own")
                .hasSize(4);
        amy.grade("8");
        followDone();
        nothingLeftToDo();
    }

    /** Before this statement the node falls silent, and another one starts a full run; then it wakes up. */
    private void died(String before) {
        var once = new AtomicBoolean();
        statements.before(statement -> {
            if (statement.equals(before) && once.compareAndSet(false, true)) {
                db.update("update sync.run set heartbeat_at = to_timestamp(0) where state = 'RUNNING'");
                syncDone();
            }
        });
    }

    @Test
    void of_two_nodes_that_look_at_once_one_applies_the_events() {
        amy.grade("7");
        var both = new CountDownLatch(2);
        for (int i = 0; i < 2; i++) {
            CLEVER.onAnyPage("events").in(district).before(() -> {
                both.countDown();
                arrived(both);
            });
        }

        var one = CompletableFuture.runAsync(this::look);
        var two = CompletableFuture.runAsync(this::look);
        CompletableFuture.allOf(one, two).join();

        assertThat(rows("""
                        select 1 from sync.journal where district_id = ? and entity = 'student' and action = 'update'
                        """, districtId())).hasSize(1);
        nothingLeftToDo();
    }

    @Test
    void on_publish_hold_events_wait_and_after_a_rollback_for_a_full_run() {
        amy.grade("7");
        var run = followDone();

        rollbacks.rollback(run.runId(), OPERATOR);

        assertThat(column("student", "grade", amy)).isEqualTo("5");
        amy.named("Amaryllis Ng");
        assertThat(look()).isNull();
        assertThat(state()).isEqualTo("Events wait: the district is on publish hold.");
        var plan = dryRun().report().path("plan").path("hash").asText();
        holds.release(district.id(), plan, OPERATOR);
        assertThat(look()).isNull();
        assertThat(state()).contains("run " + run.runId() + " was rolled back");
        syncDone();
        assertThat(column("student", "grade", amy)).isEqualTo("7");
        assertThat(state()).isEqualTo("The district is followed by events.");
    }

    @Test
    void while_clever_has_paused_the_district_its_events_wait_with_the_reason() {
        amy.grade("7");
        district.state("paused");

        assertThat(look()).isNull();

        assertThat(trouble()).contains("Clever has paused the district");
        assertThat(column("student", "grade", amy)).isEqualTo("5");
        district.state("running");
        followDone();
        assertThat(column("student", "grade", amy)).isEqualTo("7");
        assertThat(trouble()).isNull();
    }

    @Test
    void one_district_that_fails_keeps_no_other_from_its_events() {
        var first = district;
        amy.grade("7");
        district = CLEVER.district(first.id() + " beside");
        var ben = district.student("Ben Ode", district.school("South"));
        followed();
        ben.grade("8");
        CLEVER.onAnyPage("events").in(first).always().answer(500);

        camel.send("direct:follow-every-district", exchange -> {});

        assertThat(column("student", "grade", ben)).isEqualTo("8");
        district = first;
        assertThat(trouble()).contains("was answered 500");
    }

    private static void arrived(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Hook {
        @Bean
        StatementHook statementHook() {
            return new StatementHook();
        }
    }
}
