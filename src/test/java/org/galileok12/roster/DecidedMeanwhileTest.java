package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.galileok12.run.Outcome;
import org.galileok12.run.RunRefused;
import org.galileok12.run.RunResult;
import org.galileok12.simulator.ListedPerson;
import org.galileok12.simulator.ListedRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A person decides while a run of the district is under way: the last word counts. */
@Import(RichScenario.Hook.class)
@SuppressWarnings("NullAway.Init")
class DecidedMeanwhileTest extends GuardScenario {

    private static final String OTHER = "Ben Boss";

    @Autowired
    private StatementHook statements;

    private Campus north;
    private Campus south;

    @BeforeEach
    void twoSchools() {
        north = campus("North", 30);
        south = campus("South", 30);
        syncDone();
    }

    @AfterEach
    void noHook() {
        statements.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"clear-stage.sql", "clear-guard.sql", "take-fence.sql"})
    void a_rejection_while_an_approval_is_under_way_is_the_last_word_and_nothing_is_published(String moment) {
        south.withdraw();
        var held = syncHeld();
        var arrival = district.student("Ann Arrival", north.school());
        rejectsBefore(moment, held);

        var approval = approve(held);

        assertThat(approval.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(approval.reason())
                .isEqualTo("The held plan of run " + held.runId()
                        + " has been decided by somebody else meanwhile. Nothing of this run was published.");
        assertThat(south.students()).allMatch(student -> active("student", student));
        assertThat(rows("select 1 from galileo.person where clever_id = ?", arrival.id()))
                .isEmpty();
        assertThat(decisions()).last().asString().startsWith("reject Ben Boss: Rejected: ");
        assertThat(waiting()).isEmpty();
        assertThat(rejected(syncDone())).isEqualTo(held(held));
    }

    @Test
    void a_rejection_while_the_nightly_run_holds_the_same_set_is_not_asked_for_again() {
        south.withdraw();
        var held = syncHeld();
        rejectsBefore("take-fence.sql", held);

        syncHeld();

        assertThat(waiting()).isEmpty();
        assertThat(rejected(syncDone())).isEqualTo(held(held));
        assertThat(south.students()).allMatch(student -> active("student", student));
    }

    @Test
    void a_rejection_in_the_middle_of_the_guard_keeps_what_the_guard_alone_would_let_go() {
        var held = twoLeaversWait();
        rejectsBefore("hold-waiting.sql", held);

        sync();

        assertThat(active("student", north.students().get(3))).isTrue();
        assertThat(waiting()).isEmpty();
        assertThat(rejected(syncDone())).isEqualTo(held(held));
    }

    @Test
    void an_approval_that_finds_a_run_under_way_is_kept_as_refused() {
        south.withdraw();
        var held = syncHeld();
        var once = new AtomicBoolean(true);
        CLEVER.onPage("schools", 1).in(district).always().before(() -> {
            if (once.getAndSet(false)) {
                assertThatThrownBy(() -> approve(held))
                        .isInstanceOf(RunRefused.class)
                        .hasMessageContaining("is under way since");
            }
        });

        syncHeld();

        assertThat(decisions())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("approve Olga Operator: Refused: Run ")
                .contains("is under way since");
        assertThat(waiting()).containsExactly(held.runId());
    }

    /** Held beside many others who are back by now: the guard would not trip for these two. */
    private RunResult twoLeaversWait() {
        var leavers = north.students().subList(3, 30);
        var back = north.students().subList(5, 30);
        leavers.forEach(ListedRecord::remove);
        syncHeld();
        back.forEach(ListedRecord::restore);
        north.maths().with(back.toArray(ListedPerson[]::new));
        return syncHeld();
    }

    private void rejectsBefore(String moment, RunResult held) {
        var first = new AtomicBoolean(true);
        statements.before(statement -> {
            if (statement.equals(moment) && first.getAndSet(false)) {
                // Ben's own connection: on this thread it would be the run's transaction.
                CompletableFuture.runAsync(() -> heldPlans.reject(held.runId(), OTHER))
                        .join();
            }
        });
    }

    private List<String> decisions() {
        return db.queryForList(
                "select kind || ' ' || decided_by || ': ' || outcome from sync.decision where district_id = ? order by decision_id",
                String.class,
                districtId());
    }
}
