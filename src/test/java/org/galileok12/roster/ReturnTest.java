package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.galileok12.simulator.ListedPerson;
import org.galileok12.simulator.ListedRecord;
import org.galileok12.simulator.ListedSection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes is switched off, what returns is the same row; class membership is kept as intervals. */
@SuppressWarnings("NullAway.Init")
class ReturnTest extends RosterScenario {

    private ListedRecord north;
    private ListedRecord fall;
    private ListedRecord five;
    private ListedPerson amy;
    private ListedPerson bob;
    private ListedPerson ruth;
    private ListedSection maths;

    @BeforeEach
    void aSyncedSchool() {
        north = district.school("North");
        fall = district.term("Fall", "2025-08-18", "2025-12-19");
        five = district.course("Maths 5", "M5");
        amy = district.student("Amy Ng", north);
        bob = district.student("Bob Ode", north);
        ruth = district.teacher("Ruth Okafor", north);
        maths = district.section("Maths", north)
                .course(five)
                .term(fall)
                .taughtBy(ruth)
                .with(amy, bob);
        syncDone();
    }

    @Test
    void a_school_goes_and_comes_back_as_the_same_row() {
        goesAndComesBack("school", listed(district.school("West")));
    }

    @Test
    void a_term_goes_and_comes_back_as_the_same_row() {
        goesAndComesBack("term", listed(district.term("Spring", "2026-01-08", "2026-06-05")));
    }

    @Test
    void a_course_goes_and_comes_back_as_the_same_row() {
        goesAndComesBack("course", listed(district.course("Art 5", "A5")));
    }

    @Test
    void a_section_goes_and_comes_back_as_the_same_row_with_new_intervals() {
        goesAndComesBack("section", maths);

        assertThat(intervals("enrollment", maths, amy)).containsExactly("closed", "open");
        assertThat(intervals("teaching", maths, ruth)).containsExactly("closed", "open");
    }

    @Test
    void a_student_goes_and_comes_back_as_the_same_rows() {
        var role = row("student", amy).get("created_run");
        goesAndComesBack("person", amy);

        assertThat(row("student", amy)).containsEntry("active", true).containsEntry("created_run", role);
        assertThat(intervals("enrollment", maths, amy)).containsExactly("closed", "open");
        assertThat(intervals("enrollment", maths, bob)).containsExactly("open");
        assertThat(schoolsOf(amy)).containsExactly(north.id() + "*");
    }

    @Test
    void a_teacher_goes_and_comes_back_as_the_same_rows() {
        goesAndComesBack("person", ruth);

        assertThat(active("teacher", ruth)).isTrue();
        assertThat(intervals("teaching", maths, ruth)).containsExactly("closed", "open");
    }

    @Test
    void somebody_gone_is_off_in_every_table() {
        var mai = district.contact("Mai Ng", amy);
        syncDone();

        amy.remove();
        var gone = syncDone();

        for (String entity : List.of("person", "student", "person_school", "enrollment", "contact_student")) {
            assertThat(count(gone, entity, "deactivated")).as(entity).isEqualTo(1);
        }
        assertThat(active("student", amy)).isFalse();
        assertThat(schoolsOf(amy)).isEmpty();
        assertThat(active("contact", mai)).isTrue();
        assertThat(active("person", mai)).isTrue();
        assertThat(row("student", amy).get("deactivated_at")).isNotNull();
        assertThat(journal(gone))
                .containsExactlyInAnyOrder(
                        "enrollment deactivate",
                        "contact_student deactivate",
                        "person_school deactivate",
                        "student deactivate",
                        "person deactivate");
        nothingLeftToDo();
    }

    @Test
    void leaving_a_class_ends_an_interval_and_returning_begins_another() {
        maths.without(amy);
        var left = syncDone();
        assertThat(count(left, "enrollment", "deactivated")).isEqualTo(1);
        var first = rows(
                "select id, active_from, active_until from galileo.enrollment where student_id = ?", personId(amy));

        maths.with(amy);
        var back = syncDone();

        assertThat(count(back, "enrollment", "created")).isEqualTo(1);
        assertThat(intervals("enrollment", maths, amy)).containsExactly("closed", "open");
        var now = rows(
                "select id, active_from, active_until from galileo.enrollment where student_id = ? order by id",
                personId(amy));
        assertThat(now.get(0)).isEqualTo(first.get(0));
        assertThat(intervals("enrollment", maths, bob)).containsExactly("open");
    }

    @Test
    void nobody_leaves_when_clever_did_not_hold_still() {
        amy.remove();
        maths.without(amy).taughtBy(bob);
        var restless = syncIncomplete();

        for (String entity : List.of("person", "student", "enrollment", "teaching", "person_school")) {
            assertThat(count(restless, entity, "deactivated")).as(entity).isZero();
        }
        assertThat(active("person", amy)).isTrue();
        assertThat(intervals("enrollment", maths, amy)).containsExactly("open");
        assertThat(intervals("teaching", maths, ruth)).containsExactly("open");

        assertThat(count(syncDone(), "person", "deactivated")).isEqualTo(1);
        assertThat(intervals("teaching", maths, ruth)).containsExactly("closed");
    }

    /** One that nobody names: while anybody does, it stays (UnlistedPlacesTest). */
    private ListedRecord listed(ListedRecord place) {
        syncDone();
        return place;
    }

    private void goesAndComesBack(String table, ListedRecord record) {
        var before = row(table, record);

        record.remove();
        var gone = syncDone();

        assertThat(count(gone, table, "deactivated")).isEqualTo(1);
        assertThat(row(table, record)).containsEntry("active", false);
        assertThat(row(table, record).get("deactivated_at")).isNotNull();
        nothingLeftToDo();

        record.restore();
        var back = syncDone();

        assertThat(count(back, table, "reactivated")).isEqualTo(1);
        assertThat(count(back, table, "created")).isZero();
        assertThat(row(table, record))
                .containsEntry("id", before.get("id"))
                .containsEntry("first_synced_at", before.get("first_synced_at"))
                .containsEntry("active", true)
                .containsEntry("deactivated_at", null);
        nothingLeftToDo();
    }
}
