package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.galileok12.simulator.ListedPerson;
import org.galileok12.simulator.ListedRecord;
import org.galileok12.simulator.ListedSection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to a class over a year, and to people who change school. */
@SuppressWarnings("NullAway.Init")
class SectionLifeTest extends RosterScenario {

    private ListedRecord north;
    private ListedRecord south;
    private ListedPerson amy;
    private ListedPerson ruth;
    private ListedPerson sam;
    private ListedSection maths;

    @BeforeEach
    void aClassOfTwoSchools() {
        north = district.school("North");
        south = district.school("South");
        amy = district.student("Amy Ng", north);
        ruth = district.teacher("Ruth Okafor", north);
        sam = district.teacher("Sam Poe", north);
        maths = district.section("Maths", north).taughtBy(ruth, sam).with(amy);
        syncDone();
    }

    @Test
    void a_section_that_moves_to_another_school_keeps_its_id_and_its_members() {
        var before = idOf("section", maths);
        maths.school(south);
        var result = syncDone();

        assertThat(journal(result)).containsExactly("section update");
        assertThat(idOf("section", maths)).isEqualTo(before);
        assertThat(column("section", "school_id", maths)).isEqualTo(idOf("school", south));
        assertThat(intervals("enrollment", maths, amy)).containsExactly("open");
        assertThat(intervals("teaching", maths, ruth)).containsExactly("open");
    }

    @Test
    void another_co_teacher_ends_one_interval_and_begins_another() {
        var tess = district.teacher("Tess Quinn", north);
        syncDone();
        maths.taughtBy(ruth, tess);
        var result = syncDone();

        assertThat(count(result, "teaching", "created")).isEqualTo(1);
        assertThat(count(result, "teaching", "deactivated")).isEqualTo(1);
        assertThat(count(result, "teaching", "updated")).isZero();
        assertThat(intervals("teaching", maths, sam)).containsExactly("closed");
        assertThat(intervals("teaching", maths, tess)).containsExactly("open");
        assertThat(intervals("teaching", maths, ruth)).containsExactly("open");
    }

    @Test
    void a_switch_of_the_primary_teacher_changes_rows_and_ends_nothing() {
        maths.taughtBy(sam, ruth);
        var result = syncDone();

        assertThat(count(result, "teaching", "updated")).isEqualTo(2);
        assertThat(count(result, "teaching", "created")).isZero();
        assertThat(count(result, "teaching", "deactivated")).isZero();
        assertThat(primaryTeachers()).containsExactly(sam.id());
        assertThat(intervals("teaching", maths, ruth)).containsExactly("open");
        assertThat(intervals("teaching", maths, sam)).containsExactly("open");
    }

    @Test
    void a_section_without_a_primary_teacher_keeps_its_teachers() {
        maths.set("/teacher", null);
        var result = syncDone();

        assertThat(count(result, "teaching", "updated")).isEqualTo(1);
        assertThat(count(result, "teaching", "deactivated")).isZero();
        assertThat(primaryTeachers()).isEmpty();
        assertThat(intervals("teaching", maths, ruth)).containsExactly("open");
        nothingLeftToDo();
    }

    @Test
    void a_primary_teacher_whom_the_list_of_teachers_lacks_teaches_all_the_same() {
        maths.set("/teacher", ruth).set("/teachers", List.of(sam));
        assertThat(count(syncDone(), "total", "deactivated")).isZero();
        assertThat(primaryTeachers()).containsExactly(ruth.id());

        maths.set("/teachers", List.of());
        syncDone();

        assertThat(intervals("teaching", maths, ruth)).containsExactly("open");
        assertThat(intervals("teaching", maths, sam)).containsExactly("closed");
    }

    @Test
    void staff_and_students_named_as_teachers_do_not_teach() {
        var office = district.staff("Olga Page", north);
        maths.set("/teachers", List.of(ruth, sam, office, amy));
        var result = syncDone();

        assertThat(count(result, "teaching", "created")).isZero();
        assertThat(intervals("teaching", maths, office)).isEmpty();
        assertThat(intervals("teaching", maths, amy)).isEmpty();
    }

    @Test
    void staff_named_as_teachers_do_not_begin_to_teach_because_their_record_cannot_be_read() {
        var office = district.staff("Olga Page", north);
        for (int i = 0; i < 20; i++) {
            district.student("Bob" + i + " Ode", north);
        }
        maths.set("/teachers", List.of(ruth, sam, office));
        syncDone();

        office.set("/name", "no object");
        var result = syncDone();

        assertThat(count(result, "person", "quarantined")).isEqualTo(1);
        assertThat(count(result, "teaching", "created")).isZero();
        assertThat(intervals("teaching", maths, office)).isEmpty();
    }

    @Test
    void a_teacher_whose_record_cannot_be_read_goes_on_teaching() {
        for (int i = 0; i < 20; i++) {
            district.student("Bob" + i + " Ode", north);
        }
        syncDone();

        ruth.set("/name", "no object");
        var result = syncDone();

        assertThat(count(result, "person", "quarantined")).isEqualTo(1);
        assertThat(count(result, "total", "deactivated")).isZero();
        assertThat(intervals("teaching", maths, ruth)).containsExactly("open");
        assertThat(schoolsOf(ruth)).containsExactly(north.id() + "*");
        assertThat(primaryTeachers()).containsExactly(ruth.id());
    }

    @Test
    void a_member_listed_twice_sits_in_the_class_once() {
        maths.set("/students", List.of(amy, amy)).set("/teachers", List.of(ruth, ruth, sam));

        assertThat(count(syncDone(), "total", "created")).isZero();
        assertThat(intervals("enrollment", maths, amy)).containsExactly("open");
    }

    @Test
    void a_student_who_changes_school_belongs_to_the_new_one_and_stays_in_the_class() {
        amy.schools(south);
        var result = syncDone();

        assertThat(count(result, "student", "updated")).isEqualTo(1);
        assertThat(count(result, "person_school", "created")).isEqualTo(1);
        assertThat(count(result, "person_school", "deactivated")).isEqualTo(1);
        assertThat(count(result, "enrollment", "deactivated")).isZero();
        assertThat(schoolsOf(amy)).containsExactly(south.id() + "*");
        assertThat(column("student", "school_id", amy)).isEqualTo(idOf("school", south));
        assertThat(intervals("enrollment", maths, amy)).containsExactly("open");

        amy.schools(north);
        var back = syncDone();

        assertThat(count(back, "person_school", "reactivated")).isEqualTo(1);
        assertThat(schoolsOf(amy)).containsExactly(north.id() + "*");
    }

    @Test
    void another_primary_school_is_an_update() {
        amy.schools(north, south);
        syncDone();
        assertThat(schoolsOf(amy)).containsExactly(north.id() + "*", south.id());

        amy.set("/roles/student/school", south);
        var result = syncDone();

        assertThat(count(result, "person_school", "updated")).isEqualTo(2);
        assertThat(count(result, "person_school", "created")).isZero();
        assertThat(count(result, "person_school", "deactivated")).isZero();
        assertThat(schoolsOf(amy)).containsExactly(north.id(), south.id() + "*");
        assertThat(column("student", "school_id", amy)).isEqualTo(idOf("school", south));
    }

    private List<String> primaryTeachers() {
        return db.queryForList("""
                select person.clever_id from galileo.teaching
                join galileo.person on person.district_id = teaching.district_id and person.id = teaching.teacher_id
                where teaching.district_id = ? and teaching.is_primary and teaching.active_until is null
                """, String.class, districtId());
    }
}
