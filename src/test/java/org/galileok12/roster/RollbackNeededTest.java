package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.galileok12.simulator.ListedRecord;
import org.galileok12.simulator.ListedSection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** After a rollback no class is active at a school, in a term or of a course that it, or a later run, switched off. */
@SuppressWarnings("NullAway.Init")
class RollbackNeededTest extends RollbackScenario {

    private ListedRecord north;
    private ListedRecord fall;
    private ListedRecord five;
    private ListedSection maths;

    @BeforeEach
    void aClass() {
        north = district.school("North");
        fall = district.term("Fall", "2025-08-18", "2025-12-19");
        five = district.course("Maths 5", "M5");
        maths = district.section("Maths", north).term(fall).course(five);
        syncDone();
    }

    @Test
    void a_class_goes_back_to_its_school_term_and_course_and_those_that_the_run_made_are_switched_off() {
        var before = whatIsActive();
        var south = district.school("South");
        var year = district.term("Year", "2025-08-18", "2026-06-19");
        var six = district.course("Maths 6", "M6");
        maths.school(south).term(year).course(six);
        north.remove();
        fall.remove();
        five.remove();
        var wrong = syncDone();
        assertThat(active("school", north)).isFalse();

        rollbackWhole(wrong);

        assertThat(whatIsActive()).isEqualTo(before);
        assertThat(active("school", south) || active("term", year) || active("course", six))
                .isFalse();
    }

    @Test
    void a_term_and_a_course_in_which_a_later_run_made_a_class_stay() {
        var year = district.term("Year", "2025-08-18", "2026-06-19");
        var six = district.course("Maths 6", "M6");
        var wrong = syncDone();
        district.section("More Maths", north).term(year);
        maths.course(six);
        syncDone();

        var report = rollback(wrong);

        assertThat(refused(report))
                .containsExactlyInAnyOrder(
                        "term: something that stays hangs on it", "course: something that stays hangs on it");
        assertThat(active("term", year) && active("course", six)).isTrue();
    }

    @Test
    void a_class_does_not_go_back_to_a_school_that_stays_off_and_keeps_the_one_it_has() {
        var south = district.school("South");
        maths.school(south);
        north.remove();
        var wrong = syncDone();
        north.restore();
        syncDone();
        north.remove();
        syncDone();

        var report = rollback(wrong);

        assertThat(refused(report))
                .containsExactlyInAnyOrder(
                        "school: a later run changed it",
                        "section: what it hangs on is switched off",
                        "school: something that stays hangs on it");
        assertThat(column("section", "school_id", maths)).isEqualTo(idOf("school", south));
        assertThat(active("school", south)).isTrue();
    }

    @Test
    void a_class_whose_term_has_left_since_stays_off() {
        var amy = district.student("Amy Ng", north);
        maths.with(amy);
        syncDone();
        maths.remove();
        var wrong = syncDone();
        fall.remove();
        syncDone();

        assertThat(refused(rollback(wrong)))
                .containsExactlyInAnyOrder(
                        "section: what it hangs on is switched off", "enrollment: what it hangs on is switched off");

        assertThat(active("section", maths)).isFalse();
        assertThat(intervals("enrollment", maths, amy)).containsExactly("closed");
    }
}
