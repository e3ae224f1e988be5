package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.galileok12.run.RunRefused;
import org.galileok12.simulator.ListedRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a district needs before it is scheduled: each item open and done, who has to act, and how far it then is. */
class ChecklistTest extends OnboardingScenario {

    @SuppressWarnings("NullAway.Init")
    private ListedRecord north;

    @BeforeEach
    void aClass() {
        north = district.school("North");
        for (int i = 0; i < 20; i++) {
            district.student("Student" + i + " Ng", north);
        }
    }

    @Test
    void a_district_passes_from_the_list_to_its_schedule_step_by_step() {
        poll();
        assertThat(standing(district)).isEqualTo("requested");
        isDone("authorised", "scopes read:district_admins");
        isOpen("accepted", "us", "Nobody has accepted it yet");
        assertThat(shown().path("openItem").asText()).isEqualTo("accepted");

        retention.accept(district.id(), BY);
        assertThat(standing(district)).isEqualTo("accepted");
        isDone("accepted", "Accepted by Olga Ops on 20");
        isDone("sharing", "Shared: schools, students.");
        isDone("sync-status", "Clever says 'running'; it last read the SIS at ");
        isOpen("grades", "us", "Not known before the first dry run");

        var run = dryRun();
        assertThat(standing(district)).isEqualTo("ready");
        isDone("grades", "0 of 20 students (0.0 %)");
        isOpen("dry-run", "us", "Nobody has confirmed to have read dry run " + run.runId());
        assertThat(item("dry-run").path("advice").asText())
                .isEqualTo("Read it, then type: accept " + district.id() + " --plan " + plan(run));

        retention.accept(district.id(), plan(run), BY);
        assertThat(standing(district)).isEqualTo("scheduled");
        isDone("dry-run", "Dry run " + run.runId() + " was read by Olga Ops");
        assertThat(decisions())
                .containsExactly(
                        "accept by Olga Ops: Accepted.",
                        "accept by Olga Ops: Accepted; it was not disconnected. Dry run " + run.runId()
                                + " was read before.");
        assertThat(shown().path("openItem").isNull()).isTrue();
    }

    @Test
    void evidence_is_kept_and_shown_without_asking_clever() {
        poll();
        CLEVER.forgetRequests();

        isDone("sharing", "Shared: schools, students.");

        assertThat(CLEVER.requests()).isEmpty();
        assertThat(item("sharing").path("lookedAt").asText()).startsWith("20");
        districts.show(district.id(), true);
        assertThat(CLEVER.requests("tokeninfo")).hasSize(1);
    }

    @Test
    void sharing_is_open_without_a_student_and_done_with_the_first() {
        district = another("Empty");
        var school = district.school("South");
        retention.accept(pollAnd(), BY);

        isOpen("sharing", "the district", "Shared: schools.");
        district.student("Amy Ng", school);
        districts.show(district.id(), true);

        isDone("sharing", "Shared: schools, students.");
    }

    @Test
    void a_teacher_is_no_student() {
        district = another("Teachers only");
        district.teacher("Ruth Okafor", district.school("South"));

        pollAnd();

        isOpen("sharing", "the district", "Shared: schools.");
    }

    @Test
    void a_collection_that_is_refused_is_not_shared() {
        CLEVER.onAnyPage("users").in(district).always().answer(403);

        pollAnd();

        isOpen("sharing", "the district", "Shared: schools.");
    }

    @ParameterizedTest
    @CsvSource({
        "paused, the district, Clever says 'paused'",
        "pending, the district, Clever says 'pending'",
        "error, Clever, Clever says 'error'",
        "whatever, Clever, Clever says 'whatever'",
    })
    void the_sync_status_is_open_in_a_state_in_which_clever_does_not_sync(String state, String acts, String evidence) {
        district.state(state);

        pollAnd();

        isOpen("sync-status", acts, evidence);
    }

    @ParameterizedTest
    @CsvSource({"success", "running", "''"})
    void the_sync_status_is_done_while_clever_syncs_or_says_nothing(String state) {
        district.state(state.isEmpty() ? null : state);

        pollAnd();

        isDone("sync-status", state.isEmpty() ? "Clever tells no state" : "Clever says '" + state + "'");
    }

    @Test
    void the_sync_status_is_open_when_clever_has_not_read_the_sis_for_days() {
        district.lastSync(ago(Duration.ofHours(73)));
        pollAnd();
        isOpen("sync-status", "Clever", "it last read the SIS at ");

        district.lastSync(ago(Duration.ofHours(71)));
        poll();
        isDone("sync-status", "it last read the SIS at ");

        district.lastSync(null);
        poll();
        isDone("sync-status", "it does not tell when it last read the SIS");
    }

    @Test
    void grade_levels_are_open_above_the_threshold_with_the_schools_and_pass_once_a_person_has_seen_them() {
        var south = district.school("South");
        district.student("Other One", south).grade("Other");
        district.student("Blank One", south).grade("");
        district.student("Odd One", north).grade("Grade 5b");
        retention.accept(pollAnd(), BY);

        var run = dryRun();

        assertThat(standing(district)).isEqualTo("accepted");
        isOpen(
                "grades",
                "the district",
                "3 of 23 students (13.0 %) have no exact grade level: 1 none, 1 Other, 1 unknown.");
        assertThat(item("grades").path("evidence").asText()).endsWith("Schools: South 2 of 2, North 1 of 21.");
        assertThat(run.report().path("gradeLevels").path("inexact").asInt()).isEqualTo(3);

        retention.accept(district.id(), plan(run), BY);

        assertThat(standing(district)).isEqualTo("scheduled");
        isDone("grades", "A person has seen that.");
    }

    @Test
    void one_student_in_twenty_without_a_grade_is_no_obstacle() {
        district.student("Other One", north).grade("Other");
        retention.accept(pollAnd(), BY);

        dryRun();

        isDone("grades", "1 of 21 students (4.8 %)");
        assertThat(standing(district)).isEqualTo("ready");
    }

    @Test
    void only_the_newest_dry_run_counts_as_read_and_a_refusal_changes_nothing_but_is_kept() {
        poll();
        assertThatThrownBy(() -> retention.accept(district.id(), "0123456789abcdef", BY))
                .isInstanceOf(RunRefused.class)
                .hasMessage("District " + district.id() + " has no dry run that could have been read. Type: sync "
                        + district.id() + " --dry-run");
        var first = plan(dryRun());
        district.student("Late Comer", north);
        var second = dryRun();

        assertThatThrownBy(() -> retention.accept(district.id(), first, BY))
                .isInstanceOf(RunRefused.class)
                .hasMessageContaining("its newest dry run, " + second.runId() + ", has another plan");

        assertThat(standing(district)).isEqualTo("requested");
        assertThat(decisions()).hasSize(2).allMatch(decision -> decision.startsWith("accept by Olga Ops: Refused: "));
    }

    @Test
    void a_district_that_was_synchronised_by_hand_needs_no_dry_run() {
        retention.accept(pollAnd(), BY);

        var run = syncDone();

        assertThat(standing(district)).isEqualTo("scheduled");
        isDone("dry-run", "Its roster is published, by run " + run.runId());
    }

    @Test
    void nothing_goes_back_when_an_item_opens_again() {
        takeOn();
        district.state("error");

        districts.show(district.id(), true);

        isOpen("sync-status", "Clever", "Clever says 'error'");
        assertThat(standing(district)).isEqualTo("scheduled");
    }

    private String pollAnd() {
        poll();
        return district.id();
    }
}
