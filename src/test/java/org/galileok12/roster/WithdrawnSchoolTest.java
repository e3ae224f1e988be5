package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.galileok12.run.NotFound;
import org.galileok12.run.Outcome;
import org.galileok12.run.RunRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sharing of one of three schools is withdrawn: it waits for a person, with all that hangs on it; the rest of the night is applied. */
@SuppressWarnings("NullAway.Init")
class WithdrawnSchoolTest extends GuardScenario {

    private Campus north;
    private Campus south;

    @BeforeEach
    void threeSchools() {
        north = campus("North", 30);
        south = campus("South", 30);
        campus("West", 30);
        district.contact("Parent Ng", south.students().get(0));
        district.contact("Both Ng", south.students().get(1), north.students().get(1));
        syncDone();
    }

    @Test
    void a_withdrawn_school_is_held_with_everything_that_hangs_on_it() {
        south.withdraw();

        var held = syncHeld();

        assertThat(scopes(held)).contains("student at South: 30 of 30");
        assertThat(active("school", south.school())).isTrue();
        assertThat(active("teacher", south.teacher())).isTrue();
        assertThat(active("section", south.maths())).isTrue();
        assertThat(south.students()).allMatch(student -> active("student", student) && active("person", student));
        assertThat(actives("enrollment")).isEqualTo(90);
        assertThat(actives("teaching")).isEqualTo(3);
        assertThat(actives("person_school")).isEqualTo(93);
        assertThat(actives("contact_student")).isEqualTo(3);
        assertThat(count(held, "total", "deactivated")).isZero();
        assertThat(held.reason()).contains("approve " + held.runId() + " --plan " + planOf(held));
    }

    @Test
    void creates_and_updates_of_a_held_night_are_applied_and_single_leavers_of_other_schools_too() {
        south.withdraw();
        var arrival = district.student("Ann Arrival", north.school());
        north.students().get(1).named("Renamed Ng");
        north.students().get(2).remove();

        syncHeld();

        assertThat(active("student", arrival)).isTrue();
        assertThat(column("person", "first_name", north.students().get(1))).isEqualTo("Renamed");
        assertThat(active("student", north.students().get(2))).isFalse();
        assertThat(active("student", south.students().get(2))).isTrue();
    }

    @Test
    void an_approved_plan_is_applied_and_approving_twice_applies_once() {
        south.withdraw();
        var held = syncHeld();

        var approval = approve(held);

        assertThat(approval.outcome()).as(String.valueOf(approval.reason())).isEqualTo(Outcome.DONE);
        assertThat(south.students()).noneMatch(student -> active("student", student));
        assertThat(active("school", south.school())).isFalse();
        assertThat(actives("student")).isEqualTo(60);
        assertThat(actives("enrollment")).isEqualTo(60);
        assertThat(waiting()).isEmpty();
        assertThat(decisions())
                .containsExactly(
                        "approve Olga Operator Applied by run " + approval.runId() + ".",
                        "approve Olga Operator Approved: the district is read anew, and the plan applied if it is still the same.");
        assertThatThrownBy(() -> approve(held))
                .isInstanceOf(RunRefused.class)
                .hasMessageContaining("was approved by Olga Operator and applied by run " + approval.runId());
        nothingLeftToDo();
    }

    @Test
    void what_a_person_let_go_does_not_count_again_the_next_day() {
        south.withdraw();
        approve(syncHeld());
        north.students().get(5).remove();

        syncDone();

        assertThat(active("student", north.students().get(5))).isFalse();
    }

    @Test
    void an_approval_is_refused_when_the_plan_has_changed_since() {
        south.withdraw();
        var held = syncHeld();
        south.students().get(0).restore().schools(north.school());
        south.students().get(0).set("/roles/student/school", north.school().id());

        var approval = approve(held);

        assertThat(approval.outcome()).isEqualTo(Outcome.HELD);
        assertThat(approval.reason())
                .contains("Not applied: since run " + held.runId())
                .contains("back: ");
        assertThat(active("student", south.students().get(1))).isTrue();
        assertThat(decisions()).anyMatch(decision -> decision.startsWith("approve Olga Operator Not applied"));
        assertThat(waiting()).containsExactly(approval.runId());
        assertThatThrownBy(() -> approve(held)).hasMessageContaining("superseded by run " + approval.runId());
    }

    @Test
    void a_rejected_plan_is_not_asked_for_again_until_it_changes() {
        south.withdraw();
        var held = syncHeld();

        var rejection = heldPlans.reject(held.runId(), OPERATOR);

        assertThat(rejection.path("rows").asLong()).isEqualTo(held(held));
        var next = syncDone();
        assertThat(held(next)).isZero();
        assertThat(rejected(next)).isEqualTo(held(held));
        assertThat(waiting()).isEmpty();
        assertThat(active("student", south.students().get(0))).isTrue();
        assertThatThrownBy(() -> heldPlans.reject(held.runId(), OPERATOR)).hasMessageContaining("was rejected by");
        north.students().forEach(org.galileok12.simulator.ListedRecord::remove);
        assertThat(waiting()).isEmpty();
        syncHeld();
        assertThat(waiting()).hasSize(1);
    }

    @Test
    void ordinary_leavers_leave_beside_a_rejected_plan_and_the_rejection_can_be_taken_back() {
        south.withdraw();
        var held = syncHeld();
        heldPlans.reject(held.runId(), OPERATOR);
        north.students().get(3).remove();

        var next = syncDone();

        assertThat(active("student", north.students().get(3))).isFalse();
        assertThat(rejected(next)).isEqualTo(held(held));
        assertThat(approve(held).outcome()).isEqualTo(Outcome.DONE);
        assertThat(south.students()).noneMatch(student -> active("student", student));
    }

    @Test
    void what_waits_is_not_applied_when_the_departures_beside_it_are_a_day_ago() {
        leave(0, 3);
        syncDone();
        leave(3, 30);
        var held = syncHeld();
        north.students().subList(5, 30).forEach(org.galileok12.simulator.ListedRecord::restore);
        north.maths().with(north.students().subList(5, 30).toArray(org.galileok12.simulator.ListedPerson[]::new));

        var next = syncHeld();

        assertThat(scopes(next)).as("two leavers would not trip").isEmpty();
        assertThat(active("student", north.students().get(3))).isTrue();
        assertThat(planOf(next)).isNotEqualTo(planOf(held));
        assertThat(approve(next).outcome()).isEqualTo(Outcome.DONE);
        assertThat(active("student", north.students().get(3))).isFalse();
    }

    private void leave(int from, int until) {
        north.students().subList(from, until).forEach(org.galileok12.simulator.ListedRecord::remove);
    }

    @Test
    void a_newer_clean_run_supersedes() {
        south.withdraw();
        var held = syncHeld();
        south.giveBack();

        syncDone();

        assertThat(waiting()).isEmpty();
        assertThatThrownBy(() -> approve(held)).hasMessageContaining("Nothing waits in this district now.");
        assertThat(south.students()).allMatch(student -> active("student", student));
    }

    @Test
    void a_rejection_is_forgotten_when_the_school_was_back_in_between() {
        south.withdraw();
        heldPlans.reject(syncHeld().runId(), OPERATOR);
        south.giveBack();
        syncDone();
        south.withdraw();

        assertThat(syncHeld().runId()).isEqualTo(waiting().get(0));
    }

    @Test
    void an_incomplete_run_neither_supersedes_nor_applies() {
        south.withdraw();
        var held = syncHeld();

        syncIncomplete();

        assertThat(waiting()).containsExactly(held.runId());
    }

    @Test
    void the_same_held_plan_waits_under_its_first_run_and_can_be_approved_by_the_newer_one() {
        south.withdraw();
        var first = syncHeld();
        var second = syncHeld();

        assertThat(planOf(second)).isEqualTo(planOf(first));
        assertThat(waiting()).hasSize(1);
        assertThat(approve(second).outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void a_wrong_hash_an_unknown_run_and_a_run_that_held_nothing_are_refused() {
        var quiet = syncDone();
        south.withdraw();
        var held = syncHeld();

        assertThatThrownBy(() -> heldPlans.approve(held.runId(), "0000000000000000", OPERATOR, (a, b) -> {}))
                .hasMessageContaining("holds back plan " + planOf(held) + ", not 0000000000000000");
        assertThatThrownBy(() -> heldPlans.approve(99_999_999, planOf(held), OPERATOR, (a, b) -> {}))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> heldPlans.reject(quiet.runId(), OPERATOR)).hasMessageContaining("holds nothing back");
        assertThat(decisions())
                .containsExactly(
                        "approve Olga Operator Refused: Run " + held.runId() + " holds back plan " + planOf(held)
                                + ", not 0000000000000000. Look at it again (held), then name it.",
                        "reject Olga Operator Refused: Run " + quiet.runId() + " holds nothing back.");
    }

    @Test
    void a_dry_run_shows_what_would_be_held_and_leaves_no_trace() {
        south.withdraw();
        var before = roster();

        var dry = dryRun();

        assertThat(dry.outcome()).isEqualTo(Outcome.HELD);
        assertThat(scopes(dry)).contains("student at South: 30 of 30");
        assertThat(roster()).isEqualTo(before);
        assertThat(waiting()).isEmpty();
        assertThat(planOf(syncHeld())).isEqualTo(planOf(dry));
    }

    private java.util.List<String> decisions() {
        return db.queryForList(
                "select kind || ' ' || decided_by || ' ' || outcome from sync.decision where district_id = ? order by 1",
                String.class,
                districtId());
    }
}
