package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.galileok12.run.Outcome;
import org.galileok12.simulator.ListedPerson;
import org.galileok12.simulator.ListedRecord;
import org.junit.jupiter.api.Test;

/** Corners in which a mass departure could slip past a guard, or half of somebody stay. */
class GuardedCornersTest extends GuardScenario {

    @Test
    void staff_who_moved_to_another_school_are_guarded_where_they_are_now() {
        var north = campus("North", 2);
        var south = campus("South", 2);
        List<ListedPerson> staff = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            staff.add(district.staff("Aide" + i + " Ng", north.school()));
        }
        syncDone();
        staff.forEach(aide -> aide.schools(south.school()));
        approve(syncHeld());
        staff.forEach(ListedRecord::remove);

        assertThat(scopes(syncHeld())).containsExactly("staff at South: 25 of 25");
        assertThat(actives("staff")).isEqualTo(25);
    }

    @Test
    void classes_at_another_school_than_the_students_own_are_guarded() {
        var north = campus("North", 30);
        var centre = district.school("Career Centre");
        var welding = district.section("Welding", centre).with(north.students().toArray(ListedPerson[]::new));
        syncDone();
        welding.without(north.students().toArray(ListedPerson[]::new));

        assertThat(scopes(syncHeld())).containsExactly("enrollment at Career Centre: 30 of 30");
    }

    @Test
    void f47_a_small_school_does_not_go_when_the_whole_district_is_empty() {
        var big = campus("Big", 30);
        var small = campus("Small", 4);
        syncDone();
        for (Campus campus : List.of(big, small)) {
            campus.maths().without(campus.students().toArray(ListedPerson[]::new));
            campus.students().forEach(ListedRecord::remove);
        }

        assertThat(scopes(syncHeld())).contains("student: 4 of 34", "student at Big: 30 of 30");
        assertThat(actives("student")).isEqualTo(34);
    }

    @Test
    void students_whose_new_sis_ids_wait_keep_the_school_that_they_still_point_to() {
        var closing = campus("Closing", 25);
        var open = campus("Open", 25);
        syncDone();
        int number = 0;
        for (ListedPerson student : closing.students()) {
            student.schools(open.school()).sisId("new-" + number++);
            closing.maths().without(student);
            open.maths().with(student);
        }
        closing.maths().remove();
        closing.teacher().remove();
        closing.school().remove();

        syncHeld();

        assertThat(active("school", closing.school())).isTrue();
        assertThat(closing.students()).allMatch(student -> active("student", student));
    }

    @Test
    void who_stays_because_a_held_relation_needs_them_stays_whole() {
        var north = campus("North", 30);
        var south = campus("South", 30);
        var guest = north.students().get(7);
        south.maths().with(guest);
        syncDone();
        south.withdraw();
        guest.remove();
        north.maths().without(guest);

        syncHeld();

        isWhole(guest, 2);
    }

    @Test
    void a_school_is_held_whole_though_one_of_its_people_is_protected() {
        var south = campus("South", 30);
        campus("North", 30);
        var aide = district.staff("Aide Ng", south.school());
        syncDone();
        south.withdraw();
        aide.remove();
        var routes = new RoutesCopy()
                .change(
                        "rules/guard.yaml",
                        "districts: {}",
                        "districts:\n  " + district.id() + ":\n    protect: { people: ["
                                + south.students().get(0).id() + "] }");

        try (var service = service(routes, "clever.page-size=200")) {
            service.getBean(org.galileok12.run.DistrictSync.class)
                    .sync(district.id(), false, org.galileok12.run.Progress.NONE);
        }

        assertThat(actives("teacher")).isEqualTo(2);
        assertThat(active("staff", aide)).isTrue();
        assertThat(actives("teaching")).isEqualTo(2);
        assertThat(actives("student")).isEqualTo(60);
    }

    @Test
    void students_who_lose_every_school_are_held() {
        var north = campus("North", 30);
        syncDone();
        north.students().forEach(ListedPerson::schools);

        syncHeld();

        assertThat(actives("person_school")).isEqualTo(31);
    }

    @Test
    void a_school_does_not_go_alone_while_it_is_not_proven_that_its_students_have_left() {
        campus("North", 30);
        var south = campus("South", 12);
        syncDone();
        south.withdraw();
        CLEVER.onPage("users", 1).in(district).changed(page -> {
            ((ObjectNode) page.at("/data/0/data")).put("id", 7);
            return page;
        });

        var result = sync();

        assertThat(result.outcome()).isEqualTo(Outcome.HELD);
        assertThat(scopes(result)).containsExactly("school at South: 12 of 12");
        assertThat(active("school", south.school())).isTrue();
        assertThat(actives("section")).isEqualTo(2);
        assertThat(actives("enrollment")).isEqualTo(42);
    }

    @Test
    void a_school_goes_when_its_students_go_to_another_one() {
        var north = campus("North", 30);
        var south = campus("South", 12);
        syncDone();
        south.students().forEach(student -> {
            student.schools(north.school());
            south.maths().without(student);
            north.maths().with(student);
        });
        south.teacher().schools(north.school());
        south.maths().remove();
        south.school().remove();

        syncDone();

        assertThat(active("school", south.school())).isFalse();
    }

    @Test
    void a_teacher_whose_six_classes_get_another_teacher_does_not_trip() {
        var north = campus("North", 3);
        var south = campus("South", 3);
        var classes = List.of("1", "2", "3", "4", "5").stream()
                .map(name -> district.section(name, north.school()).taughtBy(north.teacher()))
                .toList();
        syncDone();
        var successor = district.teacher("New Teacher", north.school());
        north.teacher().schools(south.school());
        north.maths().taughtBy(successor);
        classes.forEach(each -> each.taughtBy(successor));

        syncDone();

        assertThat(actives("teaching")).isEqualTo(7);
    }

    @Test
    void a_mass_of_other_updates_is_applied_and_reported() {
        var north = campus("North", 60);
        syncDone();
        north.students().subList(0, 18).forEach(student -> student.grade("7"));
        assertThat(syncDone().report().path("notices")).isEmpty();
        north.students().subList(0, 20).forEach(student -> student.grade("8"));

        var result = syncDone();

        assertThat(count(result, "student", "updated")).isEqualTo(20);
        assertThat(result.report().path("notices").toString())
                .contains("20 of 60 × student: many updates at once; they are applied.");
    }
}
