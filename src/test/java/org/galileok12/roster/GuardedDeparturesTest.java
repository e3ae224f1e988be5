package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.galileok12.simulator.ListedPerson;
import org.galileok12.simulator.ListedRecord;
import org.junit.jupiter.api.Test;

/** What counts as too much at once, and what does not. */
class GuardedDeparturesTest extends GuardScenario {

    @Test
    void f47_a_district_without_students_is_held_and_nothing_is_archived() {
        var north = campus("North", 8);
        syncDone();
        north.maths().without(north.students().toArray(ListedPerson[]::new));
        north.students().forEach(ListedRecord::remove);

        var held = syncHeld();

        assertThat(scopes(held)).contains("student at North: 8 of 8");
        assertThat(actives("student")).isEqualTo(8);
        assertThat(actives("enrollment")).isEqualTo(8);
        assertThat(actives("section")).isEqualTo(1);
    }

    @Test
    void f48_eleven_percent_of_one_type_missing_holds_that_type_only() {
        var campuses = List.of(campus("A", 70), campus("B", 70), campus("C", 60));
        var aide = district.staff("Aide Ng", campuses.get(0).school());
        syncDone();
        leave(campuses.get(0), 7);
        leave(campuses.get(1), 8);
        leave(campuses.get(2), 7);
        aide.remove();

        var held = syncHeld();

        assertThat(scopes(held)).containsExactly("student: 22 of 200");
        assertThat(actives("student")).isEqualTo(200);
        assertThat(active("staff", aide)).isFalse();
    }

    @Test
    void ten_percent_and_nineteen_rows_are_applied() {
        var north = campus("North", 100);
        syncDone();
        leave(north, 19);

        syncDone();

        assertThat(actives("student")).isEqualTo(81);
    }

    @Test
    void twelve_small_runs_that_add_up_to_a_mass_removal_are_held() {
        var north = campus("North", 100);
        syncDone();
        for (int run = 1; run <= 9; run++) {
            north.students().subList(2 * run - 2, 2 * run).forEach(north.maths()::without);
            north.students().subList(2 * run - 2, 2 * run).forEach(ListedRecord::remove);
            syncDone();
        }
        north.students().subList(18, 20).forEach(ListedRecord::remove);

        var held = syncHeld();

        assertThat(scopes(held)).contains("student at North: 20 of 100");
        assertThat(actives("student")).isEqualTo(82);
        for (int run = 11; run <= 12; run++) {
            north.students().subList(2 * run - 2, 2 * run).forEach(ListedRecord::remove);
            syncHeld();
        }
        assertThat(actives("student")).isEqualTo(82);
    }

    @Test
    void what_left_more_than_a_day_ago_does_not_add_up() {
        var north = campus("North", 100);
        syncDone();
        leave(north, 18);
        syncDone();
        for (String table : List.of("person", "student", "person_school")) {
            db.update(
                    "update galileo." + table
                            + " set deactivated_at = deactivated_at - interval '25 hours' where district_id = ? and not active",
                    districtId());
        }
        db.update(
                "update galileo.enrollment set active_from = active_from - interval '2 days',"
                        + " active_until = active_until - interval '25 hours' where district_id = ? and active_until is not null",
                districtId());
        north.students().get(18).remove();
        north.students().get(19).remove();

        syncDone();

        assertThat(actives("student")).isEqualTo(80);
    }

    @Test
    void a_one_teacher_school_does_not_trip() {
        var north = campus("North", 4);
        var south = campus("South", 30);
        syncDone();
        north.teacher().remove();
        north.maths().taughtBy(south.teacher());

        syncDone();

        assertThat(active("teacher", north.teacher())).isFalse();
    }

    @Test
    void students_who_change_school_do_not_count() {
        var north = campus("North", 30);
        var south = campus("South", 30);
        syncDone();
        for (ListedPerson student : north.students()) {
            student.schools(south.school());
            north.maths().without(student);
            south.maths().with(student);
        }

        var result = syncDone();

        assertThat(count(result, "enrollment", "deactivated")).isEqualTo(30);
        assertThat(count(result, "person_school", "deactivated")).isEqualTo(30);
        assertThat(actives("student")).isEqualTo(60);
    }

    @Test
    void classes_whose_students_stay_but_are_taken_off_the_lists_are_held() {
        var north = campus("North", 30);
        syncDone();
        north.maths().without(north.students().toArray(ListedPerson[]::new));

        assertThat(scopes(syncHeld())).contains("enrollment at North: 30 of 30");
        assertThat(actives("enrollment")).isEqualTo(30);
    }

    @Test
    void classes_of_a_term_that_is_over_do_not_count() {
        var north = campus("North", 10);
        var past = district.term("Past", "2001-01-01", "2001-06-01");
        var future = district.term("Now", "2001-01-01", "2099-06-01");
        var old = List.of("1", "2", "3", "4", "5", "6").stream()
                .map(name -> district.section("Old" + name, north.school())
                        .term(past)
                        .with(north.students().get(0)))
                .toList();
        var current = List.of("1", "2", "3", "4", "5", "6").stream()
                .map(name -> district.section("New" + name, north.school()).term(future))
                .toList();
        north.maths().term(past);
        syncDone();
        old.forEach(ListedRecord::remove);
        syncDone();
        current.forEach(ListedRecord::remove);
        north.maths().remove();

        assertThat(scopes(syncHeld())).contains("section at North: 6 of 7");
    }

    private static void leave(Campus campus, int students) {
        campus.students().subList(0, students).forEach(ListedRecord::remove);
    }
}
