package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.galileok12.simulator.ListedPerson;
import org.junit.jupiter.api.Test;

/** What leaves in small batches adds up, wherever a student's own school is; who only moves does not count. */
class SmallBatchesTest extends GuardScenario {

    @Test
    void classes_at_another_school_than_the_students_own_add_up() {
        var north = campus("North", 30);
        var centre = district.school("Career Centre");
        var welding = district.section("Welding", centre).with(north.students().toArray(ListedPerson[]::new));
        syncDone();
        welding.without(part(north.students(), 0, 10));
        syncDone();
        welding.without(part(north.students(), 10, 20));

        assertThat(scopes(syncHeld())).containsExactly("enrollment at Career Centre: 20 of 30");
        assertThat(actives("enrollment")).isEqualTo(50);
    }

    @Test
    void classes_of_students_without_a_school_add_up() {
        var centre = district.school("Career Centre");
        List<ListedPerson> students = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            students.add(district.student("Free" + i + " Ng"));
        }
        var welding = district.section("Welding", centre).with(students.toArray(ListedPerson[]::new));
        syncDone();
        welding.without(part(students, 0, 10));
        syncDone();
        welding.without(part(students, 10, 20));

        assertThat(scopes(syncHeld())).containsExactly("enrollment at Career Centre: 20 of 30");
    }

    @Test
    void students_who_lose_every_school_add_up() {
        var north = campus("North", 40);
        syncDone();
        north.students().subList(0, 15).forEach(ListedPerson::schools);
        syncDone();
        north.students().subList(15, 30).forEach(ListedPerson::schools);

        assertThat(scopes(syncHeld())).contains("person_school at North: 30 of 31");
        assertThat(actives("person_school")).isEqualTo(26);
    }

    @Test
    void students_who_change_school_in_several_runs_do_not_add_up() {
        var north = campus("North", 40);
        var south = campus("South", 5);
        syncDone();
        for (int batch = 0; batch < 2; batch++) {
            for (ListedPerson student : north.students().subList(15 * batch, 15 * batch + 15)) {
                student.schools(south.school());
                north.maths().without(student);
                south.maths().with(student);
            }
            syncDone();
        }
        north.students().get(30).schools();
        north.maths().without(north.students().get(31));

        syncDone();

        assertThat(actives("enrollment")).isEqualTo(44);
    }

    private static ListedPerson[] part(List<ListedPerson> students, int from, int to) {
        return students.subList(from, to).toArray(ListedPerson[]::new);
    }
}
