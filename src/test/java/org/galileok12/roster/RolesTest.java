package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.galileok12.simulator.ListedPerson;
import org.galileok12.simulator.ListedRecord;
import org.galileok12.simulator.ListedSection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person is one row, with one more for each role; roles come and go without the person. */
@SuppressWarnings("NullAway.Init")
class RolesTest extends RosterScenario {

    private ListedRecord north;
    private ListedPerson amy;
    private ListedPerson ruth;
    private ListedSection maths;

    @BeforeEach
    void aTeacherWhoIsAlsoStaff() {
        north = district.school("North");
        amy = district.student("Amy Ng", north);
        ruth = district.teacher("Ruth Okafor", north).alsoStaff("Principal", north);
        maths = district.section("Maths", north).taughtBy(ruth).with(amy);
        syncDone();
    }

    @Test
    void employee_roles_combine_in_one_person() {
        ruth.alsoDistrictAdmin("Superintendent");
        var result = syncDone();

        assertThat(count(result, "person", "created")).isZero();
        assertThat(count(result, "district_admin", "created")).isEqualTo(1);
        assertThat(rows("select id from galileo.person where district_id = ?", districtId()))
                .hasSize(2);
        for (String role : List.of("teacher", "staff", "district_admin")) {
            assertThat(active(role, ruth)).as(role).isTrue();
        }
        assertThat(column("district_admin", "title", ruth)).isEqualTo("Superintendent");
        nothingLeftToDo();
    }

    @Test
    void losing_one_role_ends_that_role_and_its_teaching_and_nothing_else() {
        ruth.noLonger("teacher");
        var result = syncDone();

        assertThat(count(result, "teacher", "deactivated")).isEqualTo(1);
        assertThat(count(result, "teaching", "deactivated")).isEqualTo(1);
        assertThat(count(result, "person", "deactivated")).isZero();
        assertThat(count(result, "staff", "deactivated")).isZero();
        assertThat(count(result, "person_school", "deactivated")).isZero();
        assertThat(active("person", ruth)).isTrue();
        assertThat(active("staff", ruth)).isTrue();
        assertThat(intervals("teaching", maths, ruth)).containsExactly("closed");
        assertThat(active("section", maths)).isTrue();

        ruth.alsoTeacher(north);
        var back = syncDone();

        assertThat(count(back, "teacher", "reactivated")).isEqualTo(1);
        assertThat(intervals("teaching", maths, ruth)).containsExactly("closed", "open");
    }

    @Test
    void losing_the_last_role_deactivates_the_person() {
        ruth.noLonger("teacher").noLonger("staff");
        var result = syncDone();

        assertThat(count(result, "person", "deactivated")).isEqualTo(1);
        for (String table : List.of("person", "teacher", "staff")) {
            assertThat(active(table, ruth)).as(table).isFalse();
        }
        assertThat(intervals("teaching", maths, ruth)).containsExactly("closed");
        assertThat(schoolsOf(ruth)).isEmpty();
        nothingLeftToDo();
    }

    @Test
    void unknown_roles_alone_leave_everything_as_it_is() {
        ruth.set("/roles", Map.of("coach", Map.of("team", "A")));
        amy.set("/roles", Map.of("alumnus", Map.of()));
        var result = syncDone();

        assertThat(count(result, "total", "deactivated")).isZero();
        for (String table : List.of("person", "teacher", "staff")) {
            assertThat(active(table, ruth)).as(table).isTrue();
        }
        assertThat(active("student", amy)).isTrue();
        assertThat(intervals("teaching", maths, ruth)).containsExactly("open");
        assertThat(intervals("enrollment", maths, amy)).containsExactly("open");
        assertThat(schoolsOf(ruth)).hasSize(1);
        nothingLeftToDo();
    }

    @Test
    void an_additional_unknown_role_leaves_the_other_roles_as_they_are() {
        var south = district.school("South");
        ruth.set("/roles/teacher/schools", List.of(south)).set("/roles/teacher/school", south);
        syncDone();
        assertThat(schoolsOf(ruth)).containsExactly(north.id(), south.id() + "*");

        ruth.noLonger("teacher").set("/roles/coach", Map.of("team", "A"));
        var result = syncDone();

        assertThat(count(result, "total", "deactivated")).isZero();
        assertThat(active("teacher", ruth)).isTrue();
        assertThat(active("staff", ruth)).isTrue();
        assertThat(intervals("teaching", maths, ruth)).containsExactly("open");
        assertThat(schoolsOf(ruth)).containsExactly(north.id(), south.id() + "*");
        nothingLeftToDo();
    }

    @Test
    void an_additional_unknown_role_does_not_hold_anybody_in_a_class() {
        ruth.set("/roles/coach", Map.of("team", "A"));
        amy.set("/roles/alumnus", Map.of());
        maths.without(amy).set("/teacher", null).set("/teachers", List.of());
        var result = syncDone();

        assertThat(count(result, "enrollment", "deactivated")).isEqualTo(1);
        assertThat(count(result, "teaching", "deactivated")).isEqualTo(1);
    }

    @Test
    void somebody_new_with_unknown_roles_only_waits_for_a_role_that_we_know() {
        var coach = district.teacher("Cora Lee", north).noLonger("teacher").set("/roles/coach", Map.of());

        assertThat(count(syncDone(), "person", "created")).isZero();
        coach.alsoStaff("Coach", north);
        assertThat(count(syncDone(), "person", "created")).isEqualTo(1);

        assertThat(active("staff", coach)).isTrue();
    }

    @Test
    void somebody_who_left_does_not_return_by_an_unknown_role_alone() {
        ruth.remove();
        syncDone();
        ruth.restore();
        ruth.set("/roles", Map.of("coach", Map.of()));
        var result = syncDone();

        assertThat(count(result, "person", "reactivated")).isZero();
        assertThat(active("person", ruth)).isFalse();
        assertThat(active("teacher", ruth)).isFalse();
        nothingLeftToDo();
    }

    @Test
    void a_teacher_who_is_also_a_parent_is_two_people_although_the_email_is_the_same() {
        var parent = district.contact("Ruth Okafor", amy)
                .email(ruth.json().path("email").asText());
        var result = syncDone();

        assertThat(count(result, "person", "created")).isEqualTo(1);
        assertThat(personId(parent)).isNotEqualTo(personId(ruth));
        assertThat(active("contact", parent)).isTrue();
        assertThat(active("teacher", ruth)).isTrue();
        assertThat(alerts()).isEmpty();
    }
}
