package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.galileok12.run.DistrictSync;
import org.galileok12.run.Outcome;
import org.galileok12.run.Progress;
import org.galileok12.run.RunResult;
import org.galileok12.simulator.ListedRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What guard.yaml names is never switched off by itself; it stands in the report instead. */
@SuppressWarnings("NullAway.Init")
class ProtectedRowsTest extends GuardScenario {

    private Campus north;

    @BeforeEach
    void aSchool() {
        north = campus("North", 12);
        syncDone();
    }

    @Test
    void a_listed_person_who_is_gone_stays_with_all_that_hangs_on_it() {
        var amy = north.students().get(0);
        var bob = north.students().get(1);
        amy.remove();
        bob.remove();

        var result = syncWith("protect: { people: [" + amy.id() + "] }");

        assertThat(result.outcome()).isEqualTo(Outcome.DONE);
        assertThat(active("person", amy) && active("student", amy)).isTrue();
        assertThat(active("student", bob)).isFalse();
        assertThat(actives("enrollment")).isEqualTo(11);
        assertThat(result.report()
                        .path("guard")
                        .path("protected")
                        .valueStream()
                        .map(row -> row.path("entity").asText()))
                .containsExactlyInAnyOrder("person", "student", "person_school", "enrollment");
    }

    @Test
    void the_last_teacher_of_a_class_that_goes_on_stays() {
        north.teacher().remove();
        north.maths().set("/teacher", null).set("/teachers", java.util.List.of());

        var result = syncWith("protect: { last-teacher: true }");

        assertThat(result.outcome()).as(String.valueOf(result.reason())).isEqualTo(Outcome.DONE);
        assertThat(active("teacher", north.teacher()) && active("person", north.teacher()))
                .isTrue();
        assertThat(actives("teaching")).isEqualTo(1);
    }

    @Test
    void the_last_teacher_of_a_class_that_closes_or_gets_another_teacher_goes() {
        var second = district.section("Second", north.school()).taughtBy(north.teacher());
        syncDone();
        second.remove();
        north.teacher().remove();
        north.maths().taughtBy(district.teacher("New Teacher", north.school()));

        var result = syncWith("protect: { last-teacher: true }");

        assertThat(result.report().path("guard").path("protected")).isEmpty();
        assertThat(active("teacher", north.teacher())).isFalse();
    }

    @Test
    void a_district_can_have_thresholds_of_its_own() {
        north.students().subList(0, 3).forEach(ListedRecord::remove);

        var result = syncWith("deactivations: { rows: 3 }");

        assertThat(result.outcome()).isEqualTo(Outcome.HELD);
        assertThat(scopes(result)).containsExactly("student at North: 3 of 12");
    }

    private RunResult syncWith(String rule) {
        var routes = new RoutesCopy()
                .change("rules/guard.yaml", "districts: {}", "districts:\n  " + district.id() + ":\n    " + rule);
        try (var service = service(routes, "clever.page-size=200")) {
            return service.getBean(DistrictSync.class).sync(district.id(), false, Progress.NONE);
        }
    }
}
