package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.galileok12.run.Outcome;
import org.galileok12.run.RunResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rejection is taken back while another plan waits: each is decided for itself. */
@SuppressWarnings("NullAway.Init")
class RejectionTakenBackTest extends GuardScenario {

    private Campus north;
    private Campus south;
    private Campus west;
    private RunResult rejected;
    private RunResult open;

    @BeforeEach
    void oneIsRejectedAndOneWaits() {
        north = campus("North", 30);
        south = campus("South", 30);
        west = campus("West", 30);
        syncDone();
        south.withdraw();
        rejected = syncHeld();
        heldPlans.reject(rejected.runId(), OPERATOR);
        west.withdraw();
        open = syncHeld();
    }

    @Test
    void the_rejected_plan_is_applied_and_the_other_goes_on_waiting() {
        var approval = approve(rejected);

        assertThat(approval.outcome()).as(String.valueOf(approval.reason())).isEqualTo(Outcome.HELD);
        assertThat(held(approval)).isEqualTo(held(open));
        assertThat(planOf(approval)).isEqualTo(planOf(open));
        assertThat(approval.reason()).doesNotContain("Not applied");
        assertThat(south.students()).noneMatch(student -> active("student", student));
        assertThat(active("school", south.school())).isFalse();
        assertThat(west.students()).allMatch(student -> active("student", student));
        assertThat(waiting()).containsExactly(open.runId());
        assertThat(one("select state from sync.held_plan where run_id = ?", String.class, rejected.runId()))
                .isEqualTo("applied");

        assertThat(approve(open).outcome()).isEqualTo(Outcome.DONE);
        assertThat(actives("student")).isEqualTo(30);
        nothingLeftToDo();
    }

    @Test
    void it_is_refused_when_somebody_is_held_whom_neither_plan_has() {
        north.maths().without(north.students().toArray(org.galileok12.simulator.ListedPerson[]::new));

        var approval = approve(rejected);

        assertThat(approval.outcome()).isEqualTo(Outcome.HELD);
        assertThat(approval.reason())
                .contains("Not applied: since run " + rejected.runId())
                .contains("(new: 30 enrollment)");
        assertThat(actives("student")).isEqualTo(90);
    }
}
