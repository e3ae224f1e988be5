package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.galileok12.run.Outcome;
import org.galileok12.run.Progress;
import org.galileok12.run.RunRefused;
import org.galileok12.run.Runs;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** A run may fail at any statement: up to the end of publication the roster stays, and nothing blocks the next run. */
class FailingStatementTest extends RichScenario {

    /** Before the run has a row of its own. */
    private static final Set<String> BEGINNING =
            Set.of("register-district.sql", "find-forgotten-district.sql", "find-stale-district.sql", "begin-run.sql");
    /**
     * Only when another run is under way, or was, or when Clever throttles a run of the schedule; what is asked after a failure; what only a guard that trips, or a person's
     * approval, brings (WithdrawnSchoolTest); the emptying of the stage after the end; what follows a dry run (the checklist).
     */
    private static final Set<String> ASIDE = Set.of(
            "find-active-run.sql",
            "park-run.sql",
            "abandon-stale-run.sql",
            "claim-run.sql",
            "find-run.sql",
            "release-run.sql",
            "hold-idle-district.sql",
            "keep-with-schools.sql",
            "drop-followers.sql",
            "keep-with-people.sql",
            "keep-with-sections.sql",
            "keep-ends.sql",
            "keep-people.sql",
            "keep-places.sql",
            "protect-last-teachers.sql",
            "fingerprint-held-updates.sql",
            "find-held-differences.sql",
            "release-held.sql",
            "apply-held-plan.sql",
            "save-decision.sql",
            "save-held-plan.sql",
            "save-held-rows.sql",
            "auto-accept.sql",
            "check-authorised.sql",
            "check-accepted.sql",
            "check-sharing.sql",
            "check-sync-status.sql",
            "check-grades.sql",
            "check-dry-run.sql",
            "advance-onboarding.sql",
            // Only of a run that follows events, or in a district that is followed by them (EventsWaitTest).
            "find-end.sql",
            "resolve-roster.sql",
            "resolve-still-named.sql",
            "list-told.sql",
            "plan-told-membership.sql",
            "complete-scopes.sql",
            "choose-joins.sql",
            "move-counts.sql",
            "count-roster.sql",
            "forget-shared-ids.sql",
            "hold-with-waiting.sql",
            "lapse-waiting.sql",
            "count-waiting.sql",
            "forget-taken-over.sql",
            "save-events-position.sql",
            "note-events-trouble.sql");
    /** After publication. */
    private static final String END = "finish-run.sql";

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Runs runs;

    private String planned = "";

    @TestFactory
    Stream<DynamicTest> a_statement_that_fails_leaves_the_roster_as_it_was() {
        changedDistrict();
        planned = dryRun();
        var all = new TreeSet<>(RouteStatements.reachableFrom("direct:sync-district"));
        all.removeAll(ASIDE);
        all.remove(END);
        assertThat(all).hasSizeGreaterThan(100);
        return Stream.concat(
                all.stream().map(each -> DynamicTest.dynamicTest(each, () -> leavesTheRosterAsItWas(each))),
                Stream.of(DynamicTest.dynamicTest("and then a run goes through", this::goesThrough)));
    }

    private void leavesTheRosterAsItWas(String statement) {
        var before = roster();
        var runsBefore = runStates().size();
        statements.refuse(statement, Integer.MAX_VALUE);
        if (BEGINNING.contains(statement)) {
            assertThatThrownBy(this::sync).isInstanceOf(RunRefused.class).hasMessageContaining(statement);
            assertThat(runStates()).hasSize(runsBefore);
        } else {
            var failed = sync();
            assertThat(failed.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(failed.reason()).isEqualTo("The database refused %s (SQLSTATE XX000).".formatted(statement));
            assertThat(runStates()).hasSize(runsBefore + 1).last().isEqualTo("FAILED");
        }
        assertThat(roster()).isEqualTo(before);
        assertThat(staged()).isZero();
        assertThat(runs.active()).isEmpty();
    }

    private void goesThrough() {
        var seen = new TreeSet<>(statements.seen());
        statements.reset();
        assertThat(syncDone().report().path("entities")).hasToString(planned);
        assertThat(seen)
                .containsAll(RouteStatements.reachableFrom("direct:sync-district").stream()
                        .filter(each -> !ASIDE.contains(each) && !each.equals(END))
                        .toList());
        var published = roster();
        syncDone();
        assertThat(roster()).isEqualTo(published);
    }

    @Test
    void an_end_that_is_kept_at_the_second_try_is_the_end_of_a_published_run() {
        changedDistrict();
        var before = roster();

        statements.refuse(END, 1);
        var result = syncDone();

        assertThat(roster()).isNotEqualTo(before);
        assertThat(rows("select state, report ->> 'outcome' as outcome from sync.run where run_id = ?", result.runId()))
                .singleElement()
                .hasToString("{state=DONE, outcome=DONE}");
    }

    @Test
    void an_end_that_cannot_be_kept_gets_no_heartbeat_so_that_the_next_start_ends_the_run_with_its_own_report() {
        changedDistrict();

        statements.refuse(END, 2);
        assertThatThrownBy(this::sync).isInstanceOf(RunRefused.class).hasMessageContaining(END);

        assertThat(runStates()).containsExactly("DONE", "RUNNING");
        assertThat(runs.active()).isEmpty();
        db.update("update sync.run set heartbeat_at = now() - interval '5 minutes' where state = 'RUNNING'");
        var published = roster();
        assertThat(count(syncDone(), "total", "created")).isPositive();
        assertThat(roster()).isEqualTo(published);
        assertThat(runStates()).containsExactly("DONE", "DONE");
    }

    @Test
    void a_stage_that_cannot_be_emptied_after_the_end_does_not_undo_it() {
        changedDistrict();
        statements.before(statement -> {
            if (statement.equals(END)) {
                statements.refuse("clear-stage.sql", 1);
            }
        });

        var result = syncDone();

        assertThat(staged()).isPositive();
        assertThat(one("select state from sync.run where run_id = ?", String.class, result.runId()))
                .isEqualTo("DONE");
        statements.reset();
        syncDone();
        assertThat(staged()).isZero();
    }

    private void changedDistrict() {
        var rich = new RichDistrict(district);
        rich.student(7).remove();
        district.lastSync(null);
        rich.everythingTwice(CLEVER);
        syncDone();
        rich.madeByHand(db, districtId(), 7);
        rich.student(7).restore();
        rich.changeEverything();
        statements.reset();
    }

    private String dryRun() {
        return districtSync
                .sync(district.id(), true, Progress.NONE)
                .report()
                .path("entities")
                .toString();
    }
}
