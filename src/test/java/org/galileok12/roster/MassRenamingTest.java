package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.galileok12.run.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Other names or SIS ids for many students at once look like a file with shifted columns: they wait for a person. */
@SuppressWarnings("NullAway.Init")
class MassRenamingTest extends GuardScenario {

    private Campus north;

    @BeforeEach
    void sixtyStudents() {
        north = campus("North", 60);
        syncDone();
    }

    @Test
    void new_names_for_more_than_thirty_percent_are_held_and_all_else_is_applied() {
        rename(20);
        var arrival = district.student("Ann Arrival", north.school());

        var held = syncHeld();

        assertThat(held(held)).isEqualTo(20);
        assertThat(column("person", "last_name", north.students().get(0))).isEqualTo("Ng");
        assertThat(active("student", arrival)).isTrue();
    }

    @Test
    void new_sis_ids_for_more_than_thirty_percent_are_held() {
        var before = column("student", "sis_id", north.students().get(3));
        for (int i = 0; i < 25; i++) {
            north.students().get(i).sisId("shifted-" + i);
        }

        syncHeld();

        assertThat(column("student", "sis_id", north.students().get(3))).isEqualTo(before);
    }

    @Test
    void nineteen_new_names_are_applied_and_so_are_other_values_of_everybody() {
        rename(19);
        north.students().forEach(student -> student.grade("7"));

        syncDone();

        assertThat(column("person", "last_name", north.students().get(0))).isEqualTo("Other0");
        assertThat(column("student", "grade", north.students().get(50))).isEqualTo("7");
    }

    @Test
    void an_approval_brings_the_values_that_were_held() {
        rename(20);

        assertThat(approve(syncHeld()).outcome()).isEqualTo(Outcome.DONE);

        assertThat(column("person", "last_name", north.students().get(0))).isEqualTo("Other0");
        nothingLeftToDo();
    }

    @Test
    void an_approval_is_refused_when_the_values_are_others_by_now() {
        rename(20);
        var held = syncHeld();
        north.students().get(0).named("Quite Different");

        var approval = approve(held);

        assertThat(approval.outcome()).isEqualTo(Outcome.HELD);
        assertThat(approval.reason()).contains("changed: 1 person");
        assertThat(column("person", "last_name", north.students().get(0))).isEqualTo("Ng");
    }

    private void rename(int students) {
        for (int i = 0; i < students; i++) {
            north.students().get(i).named("Any Other" + i);
        }
    }
}
