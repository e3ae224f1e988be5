package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.galileok12.simulator.ListedPerson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every grade that Clever knows, from its record to the student's row. */
class GradeLevelsTest extends RosterScenario {

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "Other,                    6+,   6,    12",
                "InfantToddler,            PK,   -1,   -1",
                "Preschool,                PK,   -1,   -1",
                "PreKindergarten,          PK,   -1,   -1",
                "TransitionalKindergarten, PK,   -1,   -1",
                "Kindergarten,             K,    0,    0",
                "1,                        1,    1,    1",
                "9,                        9,    9,    9",
                "12,                       12,   12,   12",
                "13,                       12+,  13,   13",
                "PostGraduate,             12+,  13,   13",
                "Ungraded,                 null, null, null",
                "Grade 13B,                null, null, null",
                "other,                    null, null, null",
            })
    void a_grade_becomes_a_level_and_its_own_word_is_kept(String grade, String label, Integer min, Integer max) {
        var north = district.school("North");
        var amy = district.student("Amy Ng", north).grade(grade);
        var maths = district.section("Maths", north).set("/grade", grade);

        syncDone();

        assertThat(row("student", amy))
                .containsEntry("grade_raw", grade)
                .containsEntry("grade", label)
                .containsEntry("grade_min", min)
                .containsEntry("grade_max", max);
        assertThat(row("section", maths))
                .containsEntry("grade_raw", grade)
                .containsEntry("grade", label)
                .containsEntry("grade_min", min)
                .containsEntry("grade_max", max);
    }

    @Test
    void a_blank_and_an_absent_grade_mean_no_level() {
        var north = district.school("North");
        var blank = district.student("Amy Ng", north).grade("");
        var none = district.student("Bob Ode", north).grade(null);
        var absent = district.student("Cy Poe", north).unset("/roles/student/grade");

        syncDone();

        for (ListedPerson student : new ListedPerson[] {blank, none, absent}) {
            assertThat(row("student", student))
                    .containsEntry("grade_raw", null)
                    .containsEntry("grade", null)
                    .containsEntry("grade_min", null)
                    .containsEntry("grade_max", null);
        }
    }

    @Test
    void f33_students_without_a_level_and_values_that_no_rule_knows_are_counted() {
        var north = district.school("North");
        district.student("Amy Ng", north).grade("Grade 13B");
        district.student("Bob Ode", north).grade("Ungraded");
        district.student("Cy Poe", north).grade("");
        district.student("Di Quinn", north).grade("Kindergarten");
        district.section("Maths", north);

        var report = syncDone().report();

        assertThat(report.at("/collections/users/students_without_level").asLong(-1))
                .isEqualTo(3);
        assertThat(report.at("/collections/users/unknown_values").asLong(-1)).isEqualTo(1);
        assertThat(report.at("/collections/sections/unknown_values").asLong(-1)).isZero();
        assertThat(report.path("oddities"))
                .hasToString("{\"users.unknown_values\":1,\"users.students_without_level\":3}");
    }
}
