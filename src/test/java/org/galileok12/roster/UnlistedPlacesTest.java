package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.galileok12.run.HeldPlans;
import org.galileok12.run.Outcome;
import org.galileok12.run.Progress;
import org.galileok12.run.RunResult;
import org.galileok12.simulator.ListedPerson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A school, term or course is not listed, but students or classes still name it: nobody loses a place by that. */
@SuppressWarnings("NullAway.Init")
class UnlistedPlacesTest extends GuardScenario {

    private Campus north;
    private Campus south;
    private Campus west;

    /** At South and North; her first school is South. */
    private ListedPerson amy;

    private ListedPerson aide;

    @BeforeEach
    void threeSmallSchools() {
        north = campus("North", 25);
        south = campus("South", 25);
        west = campus("West", 4);
        amy = district.student("Amy Both", south.school(), north.school());
        aide = district.staff("Aide Ng", south.school());
        syncDone();
    }

    @Test
    void f74_an_empty_list_of_schools_takes_no_school_from_anybody() {
        List.of(north, south, west).forEach(campus -> campus.school().remove());

        var result = syncDone();

        assertThat(actives("school")).isEqualTo(3);
        assertThat(count(result, "total", "updated")).isZero();
        assertThat(count(result, "student", "updated")).isZero();
        assertThat(south.students()).allMatch(student -> isAt(south, student));
        assertThat(notices(result))
                .contains("3 × school: not listed, but students, teachers or classes still name them; they stay.");
    }

    @Test
    void f74_one_school_that_the_list_lacks_while_its_people_are_listed_stays_with_them() {
        south.school().remove();

        var result = syncDone();

        assertThat(active("school", south.school())).isTrue();
        assertThat(actives("person_school")).isEqualTo(60);
        assertThat(south.students()).allMatch(student -> isAt(south, student));
        assertThat(column("teacher", "school_id", south.teacher())).isEqualTo(idOf("school", south.school()));
        assertThat(column("section", "school_id", south.maths())).isEqualTo(idOf("school", south.school()));
        assertThat(notices(result)).contains("1 × school: not listed");
    }

    @Test
    void f74_who_leaves_a_school_that_is_not_listed_is_seen_and_the_school_goes_when_nobody_names_it() {
        west.school().remove();
        west.students().get(0).schools(north.school());
        syncDone();
        assertThat(schoolsOf(west.students().get(0)))
                .containsExactly(north.school().id() + "*");
        assertThat(active("school", west.school())).isTrue();
        west.students().forEach(student -> student.schools(north.school()));
        west.teacher().schools(north.school());
        west.maths().school(north.school());

        syncDone();

        assertThat(active("school", west.school())).isFalse();
    }

    @Test
    void f74_terms_and_courses_that_the_lists_lack_stay_while_classes_name_them() {
        var course = district.course("Art 5", "A5");
        var term = district.term("Spring", "2000-01-01", "2099-06-01");
        var art = district.section("Art", north.school()).course(course).term(term);
        syncDone();
        course.remove();
        term.remove();

        var result = syncDone();

        assertThat(active("course", course) && active("term", term)).isTrue();
        assertThat(column("section", "course_id", art)).isEqualTo(idOf("course", course));
        assertThat(column("section", "term_id", art)).isEqualTo(idOf("term", term));
        assertThat(notices(result)).contains("1 × course: not listed", "1 × term: not listed");
        art.course(null).term(null);
        syncDone();
        assertThat(active("course", course) || active("term", term)).isFalse();
    }

    @Test
    void f74_a_withdrawn_school_that_one_student_still_names_is_held_whole_and_she_keeps_it() {
        south.withdraw();
        aide.remove();
        amy.grade("7");

        var held = syncHeld();

        assertThat(isAt(south, amy)).isTrue();
        assertThat(column("student", "grade", amy)).isEqualTo("7");
        assertThat(active("staff", aide)).isTrue();
        assertThat(active("school", south.school())).isTrue();
        assertThat(actives("student")).isEqualTo(55);
        assertThat(approve(held).outcome()).isEqualTo(Outcome.DONE);
        assertThat(south.students()).noneMatch(student -> active("student", student));
        assertThat(isAt(south, amy)).isTrue();
        amy.schools(north.school());
        syncDone();
        assertThat(active("school", south.school())).isFalse();
    }

    @Test
    void what_only_follows_from_a_held_or_rejected_school_waits_with_it() {
        var routes = new RoutesCopy()
                .change(
                        "rules/sharing.yaml",
                        "districts: {}",
                        "districts:\n  " + district.id() + ": {exclude: {schools: ["
                                + south.school().id() + "]}}");
        amy.grade("7");
        south.teacher().schools(south.school(), north.school());
        north.maths().taughtBy(north.teacher(), south.teacher());

        try (var service = service(routes, "clever.page-size=200")) {
            var held = sync(service);
            assertThat(held.outcome()).isEqualTo(Outcome.HELD);
            assertThat(isAt(south, amy)).isTrue();
            assertThat(column("student", "grade", amy)).isEqualTo("7");
            assertThat(column("teacher", "school_id", south.teacher())).isEqualTo(idOf("school", south.school()));
            assertThat(count(held, "student", "updated")).isEqualTo(1);
            var plans = service.getBean(HeldPlans.class);
            plans.reject(held.runId(), OPERATOR);
            var next = sync(service);
            assertThat(next.outcome()).isEqualTo(Outcome.DONE);
            assertThat(count(next, "total", "updated")).isZero();
            assertThat(isAt(south, amy)).isTrue();
            var approval = plans.approve(held.runId(), planOf(held), OPERATOR, Progress.NONE);
            assertThat(approval.outcome()).as("%s", approval.reason()).isEqualTo(Outcome.DONE);
        }
        assertThat(active("school", south.school())).isFalse();
        assertThat(column("student", "school_id", amy)).isNull();
        assertThat(schoolsOf(amy)).containsExactly(north.school().id());
    }

    private RunResult sync(org.springframework.context.ApplicationContext service) {
        return service.getBean(org.galileok12.run.DistrictSync.class).sync(district.id(), false, Progress.NONE);
    }

    private boolean isAt(Campus campus, ListedPerson student) {
        return Long.valueOf(idOf("school", campus.school())).equals(column("student", "school_id", student))
                && schoolsOf(student).contains(campus.school().id() + "*");
    }

    private static String notices(RunResult result) {
        return result.report().path("notices").toString();
    }
}
