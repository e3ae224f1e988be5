package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.galileok12.district.Districts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an event tells comes into the roster as by a full run, and a full run finds nothing left to do. */
class EventsTest extends FollowedTown {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Districts districts;

    @Test
    void the_last_run_and_the_grades_of_a_district_are_those_of_its_full_runs() {
        amy.grade("Other");

        var run = followDone();

        assertThat(run.report().has("gradeLevels")).isFalse();
        assertThat(districts.show(district.id(), false).path("lastRun").asLong())
                .isPositive()
                .isLessThan(run.runId());
        nothingLeftToDo();
    }

    @Test
    void another_name_grade_or_school_is_taken_over_and_nothing_else_is_touched() {
        amy.named("Amaryllis Ng").grade("7").schools(south);

        var run = followDone();

        assertThat(column("person", "first_name", amy)).isEqualTo("Amaryllis");
        assertThat(column("student", "grade", amy)).isEqualTo("7");
        assertThat(schoolsOf(amy)).containsExactly(south.id() + "*");
        assertThat(intervals("enrollment", maths, amy)).containsExactly("open");
        assertThat(journal(run))
                .containsExactlyInAnyOrder(
                        "person update", "student update", "person_school deactivate", "person_school create");
        assertThat(run.report().path("events").path("read").asLong()).isEqualTo(4);
        atTheEnd();
        nothingLeftToDo();
    }

    @Test
    void somebody_new_comes_with_class_teacher_and_contact() {
        var cleo = district.student("Cleo Paz", south);
        var uma = district.teacher("Uma Voss", south);
        var art = district.section("Art", south)
                .course(district.course("Art 1", "A1"))
                .term(district.term("Spring", "2026-01-05", "2099-06-05"))
                .with(cleo, amy)
                .taughtBy(uma, ruth);
        var father = district.contact("Paul Paz", cleo, ben);

        followDone();

        assertThat(intervals("enrollment", art, cleo)).containsExactly("open");
        assertThat(intervals("enrollment", art, amy)).containsExactly("open");
        assertThat(intervals("teaching", art, ruth)).containsExactly("open");
        assertThat(rows("select 1 from galileo.contact_student where contact_id = ? and active", personId(father)))
                .hasSize(2);
        nothingLeftToDo();
    }

    @Test
    void whoever_is_deleted_is_switched_off_with_what_hangs_on_them() {
        amy.remove();
        tom.remove();

        followDone();

        assertThat(active("person", amy) || active("student", amy)).isFalse();
        assertThat(intervals("enrollment", maths, amy)).containsExactly("closed");
        assertThat(intervals("enrollment", maths, ben)).containsExactly("open");
        assertThat(intervals("teaching", maths, tom)).containsExactly("closed");
        assertThat(intervals("teaching", maths, ruth)).containsExactly("open");
        assertThat(schoolsOf(amy)).isEmpty();
        assertThat(rows("select 1 from galileo.contact_student where contact_id = ? and active", personId(mother)))
                .isEmpty();
        assertThat(active("contact", mother)).isTrue();
        nothingLeftToDo();
    }

    @Test
    void a_class_is_told_whole_who_left_it_leaves_who_came_enters_and_who_moved_between_two_does_both() {
        maths.without(amy, ben).with(district.student("Cleo Paz", north));
        music.with(ben);
        maths.taughtBy(tom);
        maths.school(south);

        followDone();

        assertThat(intervals("enrollment", maths, amy)).containsExactly("closed");
        assertThat(intervals("enrollment", music, amy)).containsExactly("open");
        assertThat(intervals("enrollment", maths, ben)).containsExactly("closed");
        assertThat(intervals("enrollment", music, ben)).containsExactly("open");
        assertThat(intervals("teaching", maths, ruth)).containsExactly("closed");
        assertThat(intervals("teaching", maths, tom)).containsExactly("open");
        assertThat(column("section", "school_id", maths)).isEqualTo(idOf("school", south));
        nothingLeftToDo();
    }

    @Test
    void a_class_that_is_deleted_closes_with_its_lists() {
        maths.remove();

        followDone();

        assertThat(active("section", maths)).isFalse();
        assertThat(intervals("enrollment", maths, amy)).containsExactly("closed");
        assertThat(intervals("teaching", maths, ruth)).containsExactly("closed");
        assertThat(intervals("enrollment", music, amy)).containsExactly("open");
        nothingLeftToDo();
    }

    @Test
    void a_role_that_is_lost_ends_with_its_teaching_also_in_classes_of_which_no_event_tells() {
        tom.alsoStaff("Principal", north);
        followDone();
        tom.noLonger("teacher");

        followDone();

        assertThat(active("staff", tom)).isTrue();
        assertThat(active("teacher", tom)).isFalse();
        assertThat(intervals("teaching", maths, tom)).containsExactly("closed");
        assertThat(intervals("teaching", maths, ruth)).containsExactly("open");
        nothingLeftToDo();
    }

    @Test
    void a_contact_is_told_whole() {
        mother.noLongerOf(amy).of(ben, "Aunt/Uncle", "Emergency");

        followDone();

        assertThat(rows(
                        "select student_id from galileo.contact_student where contact_id = ? and active",
                        personId(mother)))
                .extracting(row -> row.get("student_id"))
                .containsExactly(personId(ben));
        nothingLeftToDo();
    }

    @Test
    void a_deleted_school_stays_while_the_roster_names_it_and_goes_with_the_last_who_does() {
        south.remove();
        followDone();
        assertThat(active("school", south)).as("nobody was there").isFalse();
        north.remove();

        followDone();

        assertThat(active("school", north)).isTrue();
        assertThat(column("student", "school_id", amy)).isEqualTo(idOf("school", north));
        nothingLeftToDo();
    }

    @Test
    void a_term_with_a_new_clever_id_keeps_ours() {
        var before = idOf("term", fall);
        fall.newId();

        followDone();

        assertThat(idOf("term", fall)).isEqualTo(before);
        assertThat(column("section", "term_id", maths)).isEqualTo(before);
        nothingLeftToDo();
    }

    @Test
    void a_person_with_a_new_clever_id_keeps_ours_when_the_old_one_is_told_deleted() {
        var before = personId(amy);
        amy.newId();

        followDone();

        assertThat(personId(amy)).isEqualTo(before);
        assertThat(intervals("enrollment", maths, amy)).containsExactly("open");
        nothingLeftToDo();
    }
}
