package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.galileok12.simulator.ListedPerson;
import org.galileok12.simulator.ListedRecord;
import org.galileok12.simulator.ListedSection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The SIS is authoritative: synced rows that somebody edits are put back, although Clever's record did not change. */
@SuppressWarnings("NullAway.Init")
class HandEditTest extends RosterScenario {

    private ListedRecord north;
    private ListedPerson amy;
    private ListedPerson ruth;
    private ListedPerson mai;
    private ListedSection maths;

    @BeforeEach
    void aSyncedSchool() {
        north = district.school("North");
        var fall = district.term("Fall", "2025-08-18", "2025-12-19");
        var five = district.course("Maths 5", "M5");
        amy = district.student("Amy Ng", north);
        ruth = district.teacher("Ruth Okafor", north).alsoStaff("Principal", north);
        mai = district.contact("Mai Ng", amy);
        maths = district.section("Maths", north)
                .course(five)
                .term(fall)
                .taughtBy(ruth)
                .with(amy);
        syncDone();
    }

    @Test
    void edited_columns_come_back_and_are_journalled() {
        var before = wholeRoster().size();
        edit("person", amy, "last_name = 'Edited', email = null");
        edit("student", amy, "grade = '12', grade_min = 12, school_id = null");
        edit("teacher", ruth, "title = 'Edited'");
        edit("staff", ruth, "roles = array['Edited'], title = null");
        edit("contact", mai, "phone = 'Edited'");
        edit("section", maths, "name = 'Edited', school_id = 1, course_id = null, term_id = null");
        edit("school", north, "name = 'Edited'");

        var again = syncDone();

        assertThat(column("person", "last_name", amy)).isEqualTo("Ng");
        assertThat(column("person", "email", amy))
                .isEqualTo(amy.json().path("email").asText());
        assertThat(column("student", "grade", amy)).isEqualTo("5");
        assertThat(column("student", "grade_min", amy)).isEqualTo(5);
        assertThat(column("student", "school_id", amy)).isEqualTo(idOf("school", north));
        assertThat(column("teacher", "title", ruth)).isEqualTo("Teacher");
        assertThat(column("staff", "title", ruth)).isEqualTo("Principal");
        assertThat(column("staff", "roles", ruth)).hasToString("{Other}");
        assertThat(column("contact", "phone", mai))
                .isEqualTo(mai.json().at("/roles/contact/phone").asText());
        assertThat(column("section", "name", maths)).isEqualTo("Maths");
        assertThat(column("section", "school_id", maths)).isEqualTo(idOf("school", north));
        assertThat(column("section", "term_id", maths)).isNotNull();
        assertThat(column("section", "course_id", maths)).isNotNull();
        assertThat(column("school", "name", north)).isEqualTo("North");
        assertThat(journal(again))
                .containsExactlyInAnyOrder(
                        "person update",
                        "student update",
                        "teacher update",
                        "staff update",
                        "contact update",
                        "section update",
                        "school update");
        assertThat(wholeRoster()).hasSize(before);
        nothingLeftToDo();
    }

    @Test
    void edited_relations_come_back() {
        assertThat(change(
                        "update galileo.person_school set is_primary = not is_primary where person_id = ?",
                        personId(amy)))
                .isEqualTo(1);
        assertThat(change(
                        "update galileo.contact_student set relationship = 'Edited', type = null where student_id = ?",
                        personId(amy)))
                .isEqualTo(1);
        assertThat(change("update galileo.teaching set is_primary = false where teacher_id = ?", personId(ruth)))
                .isEqualTo(1);

        var again = syncDone();

        assertThat(count(again, "person_school", "updated")).isEqualTo(1);
        assertThat(count(again, "contact_student", "updated")).isEqualTo(1);
        assertThat(count(again, "teaching", "updated")).isEqualTo(1);
        assertThat(schoolsOf(amy)).containsExactly(north.id() + "*");
        assertThat(rows("select relationship, type from galileo.contact_student where student_id = ?", personId(amy)))
                .singleElement()
                .hasToString("{relationship=Parent, type=Parent/Guardian}");
        assertThat(rows("select is_primary, active_until from galileo.teaching where teacher_id = ?", personId(ruth)))
                .singleElement()
                .hasToString("{is_primary=true, active_until=null}");
    }

    @Test
    void rows_switched_off_by_hand_are_switched_on_again() {
        for (String table : new String[] {"person", "student"}) {
            edit(table, amy, "active = false, deactivated_at = now()");
        }
        edit("teacher", ruth, "active = false");
        edit("section", maths, "active = false");
        edit("school", north, "active = false");
        change("update galileo.person_school set active = false where person_id = ?", personId(amy));
        change("update galileo.contact_student set active = false where student_id = ?", personId(amy));

        var again = syncDone();

        for (String entity :
                new String[] {"person", "student", "teacher", "section", "school", "person_school", "contact_student"
                }) {
            assertThat(count(again, entity, "reactivated")).as(entity).isEqualTo(1);
            assertThat(count(again, entity, "created")).as(entity).isZero();
        }
        assertThat(row("person", amy)).containsEntry("active", true).containsEntry("deactivated_at", null);
        assertThat(active("student", amy)).isTrue();
        assertThat(active("section", maths)).isTrue();
        assertThat(schoolsOf(amy)).containsExactly(north.id() + "*");
        nothingLeftToDo();
    }

    @Test
    void intervals_closed_by_hand_are_opened_anew() {
        change("update galileo.enrollment set active_until = now() where student_id = ?", personId(amy));
        change("update galileo.teaching set active_until = now() where teacher_id = ?", personId(ruth));

        var again = syncDone();

        assertThat(count(again, "enrollment", "created")).isEqualTo(1);
        assertThat(count(again, "teaching", "created")).isEqualTo(1);
        assertThat(intervals("enrollment", maths, amy)).containsExactly("closed", "open");
        assertThat(intervals("teaching", maths, ruth)).containsExactly("closed", "open");
    }

    @Test
    void rows_switched_on_by_hand_that_clever_does_not_have_are_switched_off_again() {
        mai.remove();
        syncDone();
        edit("person", mai, "active = true");
        edit("contact", mai, "active = true");

        var again = syncDone();

        assertThat(count(again, "person", "deactivated")).isEqualTo(1);
        assertThat(count(again, "contact", "deactivated")).isEqualTo(1);
        assertThat(active("person", mai)).isFalse();
        assertThat(active("contact", mai)).isFalse();
    }

    @Test
    void a_synced_enrollment_opened_by_hand_is_closed() {
        var bob = district.student("Bob Ode", north);
        syncDone();
        manual().insert(
                        "enrollment",
                        "section_id",
                        idOf("section", maths),
                        "student_id",
                        personId(bob),
                        "origin",
                        "clever");

        assertThat(count(syncDone(), "enrollment", "deactivated")).isEqualTo(1);

        assertThat(intervals("enrollment", maths, bob)).containsExactly("closed");
        assertThat(intervals("enrollment", maths, amy)).containsExactly("open");
    }

    @Test
    void an_interval_that_somebody_let_begin_in_the_future_can_still_end() {
        change(
                "update galileo.enrollment set active_from = now() + interval '1 year' where student_id = ?",
                personId(amy));
        change(
                "update galileo.teaching set active_from = now() + interval '1 year' where teacher_id = ?",
                personId(ruth));

        maths.remove();
        syncDone();

        assertThat(intervals("enrollment", maths, amy)).containsExactly("closed");
        assertThat(intervals("teaching", maths, ruth)).containsExactly("closed");
    }

    @Test
    void a_clever_id_edited_by_hand_comes_back_to_the_same_row() {
        var before = personId(amy);
        edit("person", amy, "clever_id = 'ffffffffffffffffffffffff'");

        var again = syncDone();

        assertThat(count(again, "person", "rekeyed")).isEqualTo(1);
        assertThat(count(again, "total", "created")).isZero();
        assertThat(personId(amy)).isEqualTo(before);
        assertThat(intervals("enrollment", maths, amy)).containsExactly("open");
    }

    private int change(String sql, long id) {
        return db.update(sql + " and district_id = ?", id, districtId());
    }
}
