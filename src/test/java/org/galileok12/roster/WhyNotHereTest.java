package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.galileok12.command.StoryPrinter;
import org.galileok12.run.Histories;
import org.galileok12.simulator.ListedPerson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Why is this student not here? The cause is named: a sharing rule, a record that cannot be read, a guard. */
@SuppressWarnings("NullAway.Init")
class WhyNotHereTest extends RichScenario {

    @Autowired
    private Histories histories;

    private RichDistrict rich;

    @BeforeEach
    void aRichDistrict() {
        rich = new RichDistrict(district);
    }

    @Test
    void somebody_kept_out_by_a_sharing_rule_is_told_with_rule_and_first_run() {
        var first = sync().runId();
        sync();

        var text = explained(rich.student(11));

        assertThat(text)
                .matches("Person: Not in Galileo\\. It is kept out by sharing rule exclude\\.grades, first in run "
                        + first + " \\(\\d{4}-\\d\\d-\\d\\d\\)\\.\n  Clever id +"
                        + rich.student(11).id() + "\n  District +"
                        + district.id() + "\n\n  .*  run " + first + " \\(command\\)\n"
                        + "    kept out by sharing rule exclude\\.grades\n  \\(times in UTC\\)\n");
    }

    @Test
    void a_record_that_cannot_be_read_night_after_night_is_told_once_with_the_number_of_runs() {
        var first = sync().runId();
        sync();
        var third = sync().runId();

        var text = explained(rich.student(10));

        assertThat(text)
                .startsWith("Person: Not in Galileo. Its record could not be read (")
                .contains(" at /roles/student/school), last in run " + third)
                .containsOnlyOnce("    its record could not be read: ")
                .containsPattern("  run " + first
                        + " \\(command\\)\n    its record could not be read: .* at /roles/student/school"
                        + " \\(3 runs, the last one run " + third + " on ");
    }

    @Test
    void somebody_whose_record_became_unreadable_is_active_and_the_last_good_values_stay() {
        sync();
        rich.student(2).set("/roles/student/school", 7);
        sync();

        assertThat(explained(rich.student(2)))
                .containsPattern(
                        "^Person \\d+: Active\\. Its record could not be read .* Its last good values stay\\.\n");
    }

    @Test
    void a_record_that_can_be_read_again_is_no_reason_any_more_but_stays_in_the_story() {
        sync();
        rich.student(2).set("/roles/student/school", 7);
        rich.student(10).set("/roles/student/school", 7);
        sync();
        rich.student(2)
                .set(
                        "/roles/student/school",
                        rich.student(1).json().at("/roles/student/school").asText());
        sync();

        assertThat(explained(rich.student(2)))
                .containsPattern("^Person \\d+: Active\\.\n")
                .contains("    its record could not be read: ");
        assertThat(explained(rich.student(10))).contains("Its record could not be read");
    }

    @Test
    void somebody_kept_out_later_is_not_active_any_more_and_the_rule_is_named() {
        sync();
        rich.student(2).grade("12");
        var out = sync().runId();

        assertThat(explained(rich.student(2)))
                .containsPattern(
                        "^Person \\d+: Not active since .*\\. It is kept out by sharing rule exclude\\.grades, first in run "
                                + out)
                .contains("    switched off: no longer among what the district shares\n")
                .contains("    kept out by sharing rule exclude.grades\n");
    }

    @Test
    void what_a_guard_holds_and_what_a_person_decides_is_part_of_the_story() {
        var run = sync().runId();
        var id = one(
                "select id from galileo.person where clever_id = ?",
                Long.class,
                rich.student(0).id());
        db.update(
                "insert into sync.held_plan (district_id, run_id, hash, rows) values (?, ?, 'abc', 1)",
                districtId(),
                run);
        db.update(
                "insert into sync.held_row (district_id, run_id, entity, id, action, cause) values (?, ?, 'student', ?, 'deactivate', 'school 7 going to zero')",
                districtId(),
                run,
                id);

        assertThat(explained(rich.student(0)))
                .containsPattern("^Person " + id + ": Active\\. Changes are held since run " + run
                        + " \\(.*\\) until a person decides\\.")
                .contains("    held by a guard: deactivate of student (school 7 going to zero)\n");

        db.update(
                "update sync.held_plan set state = 'rejected', decided_at = now() where district_id = ?", districtId());
        db.update(
                "insert into sync.decision (district_id, kind, run_id, decided_by, outcome) values (?, 'reject', ?, 'ada', 'Rejected 1 row.')",
                districtId(),
                run);

        assertThat(explained(rich.student(0)))
                .containsPattern("^Person " + id + ": Active\\.\n")
                .contains("    what run " + run + " held was rejected\n")
                .contains("    reject by ada: Rejected 1 row.\n");
    }

    private String explained(ListedPerson person) {
        var text = new StringWriter();
        new StoryPrinter(new PrintWriter(text, true)).print(histories.explain(person.id(), null, null, false));
        return text.toString().replace(System.lineSeparator(), "\n");
    }
}
