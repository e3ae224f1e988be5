package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.galileok12.run.Outcome;
import org.galileok12.simulator.ListedRecord;
import org.junit.jupiter.api.Test;

/** The guard holds what events would switch off too much of, and keeps it before the cursor moves. */
class EventsGuardTest extends EventsScenario {

    @Test
    void a_mass_of_deletions_waits_for_a_person_who_approves_it() {
        var north = campus("North", 60);
        var south = campus("South", 60);
        followed();
        var leaving = north.students().subList(0, 25);
        leaving.forEach(ListedRecord::remove);
        south.students().get(0).named("Anna Ng");

        var held = follow();

        assertThat(held.outcome()).isEqualTo(Outcome.HELD);
        assertThat(scopes(held)).containsExactly("student at North: 25 of 60");
        assertThat(actives("student")).isEqualTo(120);
        assertThat(column("person", "first_name", south.students().get(0))).isEqualTo("Anna");
        assertThat(waiting()).containsExactly(held.runId());
        atTheEnd();
        assertThat(look()).as("told once, and not lost").isNull();
        assertThat(syncHeld().report().path("guard").path("plan").asText()).isEqualTo(planOf(held));
        assertThat(waiting()).containsExactly(held.runId());

        assertThat(approve(held).outcome()).isEqualTo(Outcome.DONE);
        assertThat(actives("student")).isEqualTo(95);
        nothingLeftToDo();
    }

    @Test
    void a_rejected_mass_of_deletions_stays() {
        var north = campus("North", 60);
        followed();
        north.students().subList(0, 25).forEach(ListedRecord::remove);
        var held = follow();

        heldPlans.reject(held.runId(), OPERATOR);

        assertThat(look()).isNull();
        assertThat(actives("student")).isEqualTo(60);
    }

    @Test
    void small_batches_add_up_over_a_day() {
        var north = campus("North", 60);
        campus("South", 200);
        followed();
        north.students().subList(0, 12).forEach(ListedRecord::remove);
        followDone();
        north.students().subList(12, 24).forEach(ListedRecord::remove);

        var held = follow();

        assertThat(held.outcome()).isEqualTo(Outcome.HELD);
        assertThat(scopes(held)).containsExactly("student at North: 24 of 60");
        assertThat(actives("student")).isEqualTo(248);
    }

    @Test
    void few_of_a_large_district_go_at_once_whatever_the_size_of_the_batch() {
        var north = campus("North", 300);
        followed();
        north.students().subList(0, 24).forEach(ListedRecord::remove);

        followDone();

        assertThat(actives("student")).isEqualTo(276);
        nothingLeftToDo();
    }

    @Test
    void a_school_that_loses_its_last_students_waits_and_one_that_gets_others_does_not() {
        var north = campus("North", 8);
        var south = campus("South", 8);
        campus("West", 300);
        followed();
        north.students().forEach(ListedRecord::remove);
        south.students().forEach(ListedRecord::remove);
        south.maths().with(district.student("New Ng", south.school()));

        var held = follow();

        assertThat(scopes(held)).contains("student at North: 8 of 8").noneMatch(scope -> scope.contains("South"));
        assertThat(actives("student")).isEqualTo(309);
    }

    @Test
    void what_more_is_held_waits_together_with_what_waited_under_another_hash() {
        var north = campus("North", 60);
        var south = campus("South", 60);
        followed();
        north.students().subList(0, 25).forEach(ListedRecord::remove);
        var first = follow();
        south.students().subList(0, 25).forEach(ListedRecord::remove);

        var second = follow();

        assertThat(waiting()).containsExactly(second.runId());
        assertThat(planOf(second)).isNotEqualTo(planOf(first));
        assertThat(held(second)).isEqualTo(2 * held(first));
        assertThat(approve(second).outcome()).isEqualTo(Outcome.DONE);
        assertThat(actives("student")).isEqualTo(70);
        nothingLeftToDo();
    }

    @Test
    void what_waits_counts_where_more_would_go_so_that_no_smaller_batch_slips_through() {
        var north = campus("North", 60);
        var south = campus("South", 300);
        followed();
        north.students().subList(0, 25).forEach(ListedRecord::remove);
        follow();
        north.students().subList(25, 44).forEach(ListedRecord::remove);
        south.students().get(0).remove();

        var second = follow();

        assertThat(second.outcome()).isEqualTo(Outcome.HELD);
        assertThat(scopes(second)).containsExactly("student at North: 44 of 60");
        assertThat(actives("student")).as("a leaver elsewhere leaves").isEqualTo(359);
        assertThat(waiting()).containsExactly(second.runId());
        assertThat(syncHeld().report().path("guard").path("plan").asText()).isEqualTo(planOf(second));
        assertThat(approve(second).outcome()).isEqualTo(Outcome.DONE);
        assertThat(actives("student")).isEqualTo(315);
        nothingLeftToDo();
    }

    @Test
    void whoever_is_told_again_waits_no_more_and_holds_nobody_else() {
        var north = campus("North", 60);
        followed();
        north.students().subList(0, 25).forEach(ListedRecord::remove);
        follow();
        north.students().subList(0, 25).forEach(ListedRecord::restore);
        followDone();
        north.students().get(40).remove();

        followDone();

        assertThat(actives("student")).isEqualTo(59);
        nothingLeftToDo();
        assertThat(waiting()).isEmpty();
    }

    @Test
    void what_waits_is_kept_once_however_often_more_is_held() {
        var north = campus("North", 60);
        followed();
        north.students().subList(0, 25).forEach(ListedRecord::remove);
        follow();
        north.students().get(30).remove();
        var second = follow();

        assertThat(db.queryForList(
                        "select distinct run_id from sync.held_row where district_id = ?", Long.class, districtId()))
                .containsExactly(second.runId());
    }

    @Test
    void a_school_that_all_its_staff_leave_waits_though_a_student_moves_in_the_same_batch() {
        var north = campus("North", 30);
        var south = campus("South", 30);
        var staff = IntStream.range(0, 6)
                .mapToObj(i -> district.staff("Clerk" + i + " Berg", north.school(), south.school()))
                .toList();
        north.teacher().schools(south.school(), north.school());
        followed();
        staff.forEach(clerk -> clerk.schools(south.school()));
        north.teacher().schools(south.school());
        north.students().get(3).schools(south.school());

        assertThat(scopes(follow())).contains("person_school at North: 7 of 7");
    }

    @Test
    void what_waits_in_the_whole_district_counts_at_any_school() {
        var campuses = List.of(campus("A", 40), campus("B", 40), campus("C", 40), campus("D", 40), campus("E", 40));
        followed();
        campuses.forEach(school -> school.students().subList(0, 5).forEach(ListedRecord::remove));
        assertThat(scopes(follow())).containsExactly("student: 25 of 200");
        campuses.get(0).students().subList(5, 9).forEach(ListedRecord::remove);

        assertThat(scopes(follow())).containsExactly("student: 29 of 200");

        assertThat(actives("student")).isEqualTo(200);
    }

    @Test
    void other_names_for_too_many_students_wait_even_in_many_batches() {
        var north = campus("North", 60);
        followed();
        north.students().subList(0, 12).forEach(student -> student.named("Shifted Column"));
        followDone();
        north.students().subList(12, 24).forEach(student -> student.named("Shifted Column"));

        var held = follow();

        assertThat(held.outcome()).isEqualTo(Outcome.HELD);
        assertThat(rows("select 1 from galileo.person where district_id = ? and first_name = 'Shifted'", districtId()))
                .hasSize(12);
        assertThat(waiting()).containsExactly(held.runId());

        north.students().subList(24, 30).forEach(student -> student.named("Shifted Column"));
        var few = follow();
        assertThat(few.outcome()).as("fewer than would wait by themselves").isEqualTo(Outcome.HELD);
        assertThat(rows("select 1 from galileo.person where district_id = ? and first_name = 'Shifted'", districtId()))
                .hasSize(12);
    }

    @Test
    void counts_move_with_what_events_change_and_are_those_of_the_next_full_run() {
        var north = campus("North", 30);
        var south = campus("South", 30);
        var clerk = district.staff("Cleo Berg", north.school());
        var guide = district.staff("Gus Lind", south.school(), north.school());
        followed();
        clerk.schools(south.school());
        guide.schools(south.school());
        north.students().get(0).remove();
        north.students().get(1).schools(south.school());
        south.maths().school(north.school()).without(south.students().get(4));
        district.student("New Ng", south.school());
        north.teacher().alsoStaff("Principal", south.school());
        district.contact("Mary Ng", north.students().get(2));
        north.maths().without(north.students().get(3));

        followDone();

        var moved = counts();
        nothingLeftToDo();
        assertThat(moved).isEqualTo(counts());
    }

    private List<String> counts() {
        return db.queryForList(
                "select concat_ws(' ', entity, school_id, active) from sync.active_count where district_id = ? and active > 0 order by 1",
                String.class,
                districtId());
    }
}
