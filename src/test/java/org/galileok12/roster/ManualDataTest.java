package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What people made by hand in the portal belongs to them. */
class ManualDataTest extends RosterScenario {

    @Test
    void rows_made_by_hand_are_neither_changed_nor_counted() {
        var north = district.school("North");
        var amy = district.student("Amy Ng", north);
        var ruth = district.teacher("Ruth Okafor", north);
        district.section("Maths", north).taughtBy(ruth).with(amy);
        syncDone();
        oneOfEach();
        var before = manualRows();
        assertThat(before).hasSize(15);

        nothingLeftToDo();
        var bob = district.student("Bob Ode", north);
        amy.remove();
        var busy = syncDone();

        assertThat(manualRows()).isEqualTo(before);
        assertThat(count(busy, "person", "created")).isEqualTo(1);
        assertThat(count(busy, "person", "deactivated")).isEqualTo(1);
        assertThat(count(busy, "student", "deactivated")).isEqualTo(1);
        assertThat(count(busy, "school", "deactivated")).isZero();
        assertThat(count(busy, "section", "deactivated")).isZero();
        assertThat(count(busy, "person", "unchanged")).isEqualTo(1);
        assertThat(active("person", bob)).isTrue();
    }

    @Test
    void members_by_hand_stay_in_a_synced_section_that_closes() {
        var north = district.school("North");
        var amy = district.student("Amy Ng", north);
        var ruth = district.teacher("Ruth Okafor", north);
        var maths = district.section("Maths", north).taughtBy(ruth).with(amy);
        syncDone();
        var made = manual();
        var section = idOf("section", maths);
        made.enroll(section, made.person("Ida", "Own", "ida", "student"));
        made.teach(section, made.person("Tom", "Own", "tom", "teacher"));
        made.enroll(section, personId(amy));
        made.teach(section, personId(ruth));
        var before = manualRows();

        maths.remove();
        var closed = syncDone();

        assertThat(count(closed, "enrollment", "deactivated")).isEqualTo(1);
        assertThat(count(closed, "teaching", "deactivated")).isEqualTo(1);
        assertThat(active("section", maths)).isFalse();
        assertThat(intervals("enrollment", maths, amy)).containsExactly("closed");
        assertThat(intervals("teaching", maths, ruth)).containsExactly("closed");
        assertThat(manualRows()).isEqualTo(before);
    }

    @Test
    void an_enrollment_by_hand_and_a_synced_one_of_the_same_pair_live_side_by_side() {
        var north = district.school("North");
        var amy = district.student("Amy Ng", north);
        var maths = district.section("Maths", north);
        syncDone();
        manual().enroll(idOf("section", maths), personId(amy));
        var before = manualRows();

        maths.with(amy);
        assertThat(count(syncDone(), "enrollment", "created")).isEqualTo(1);
        nothingLeftToDo();
        maths.without(amy);
        assertThat(count(syncDone(), "enrollment", "deactivated")).isEqualTo(1);

        assertThat(intervals("enrollment", maths, amy)).containsExactly("closed");
        assertThat(manualRows()).isEqualTo(before);
    }

    @Test
    void teaching_and_a_school_by_hand_live_beside_the_synced_ones() {
        var north = district.school("North");
        var ruth = district.teacher("Ruth Okafor", north);
        var maths = district.section("Maths", north);
        syncDone();
        manual().teach(idOf("section", maths), personId(ruth));
        manual().insert("person_school", "person_id", personId(ruth), "school_id", idOf("school", north));
        var before = manualRows();

        maths.taughtBy(ruth);
        assertThat(count(syncDone(), "teaching", "created")).isEqualTo(1);
        nothingLeftToDo();
        ruth.remove();
        syncDone();

        assertThat(intervals("teaching", maths, ruth)).containsExactly("closed");
        assertThat(schoolsOf(ruth)).isEmpty();
        assertThat(manualRows()).isEqualTo(before);
    }

    @Test
    void a_role_given_by_hand_stays_when_clever_gives_and_takes_the_same_role() {
        var north = district.school("North");
        var ruth = district.teacher("Ruth Okafor", north);
        syncDone();
        manual().role(personId(ruth), "staff", "title", "Librarian");
        var before = manualRows();

        ruth.alsoStaff("Principal", north);
        assertThat(count(syncDone(), "staff", "created")).isEqualTo(1);
        assertThat(column("staff", "title", ruth)).isEqualTo("Principal");
        ruth.noLonger("staff");
        assertThat(count(syncDone(), "staff", "deactivated")).isEqualTo(1);

        assertThat(active("staff", ruth)).isFalse();
        assertThat(manualRows()).isEqualTo(before);
    }

    private void oneOfEach() {
        var made = manual();
        var school = made.insert("school", "name", "By hand");
        made.insert("term", "name", "By hand");
        made.insert("course", "name", "By hand");
        var student = made.person("Ida", "Own", "ida", "student", "sis_id", "own-1");
        var teacher = made.person("Tom", "Own", "tom", "teacher", "sis_id", "own-2");
        made.role(teacher, "staff", "title", "Own");
        made.role(teacher, "district_admin", "title", "Own");
        made.role(teacher, "contact", "phone", "own");
        var section = made.insert("section", "name", "By hand", "school_id", school);
        made.insert("person_school", "person_id", student, "school_id", school);
        made.insert("contact_student", "contact_id", teacher, "student_id", student);
        made.enroll(section, student);
        made.teach(section, teacher);
    }
}
