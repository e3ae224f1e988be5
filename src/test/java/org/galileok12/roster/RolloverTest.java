package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.galileok12.run.RunResult;
import org.galileok12.simulator.ListedPerson;
import org.galileok12.simulator.ListedRecord;
import org.galileok12.simulator.ListedSection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** An August in which everything changes passes; what should not happen in August either does not. */
@SuppressWarnings("NullAway.Init")
@Import(RolloverTest.August.class)
class RolloverTest extends GuardScenario {

    /** The day decides about the rollover window only: time goes on as the machine's clock does. */
    @TestConfiguration(proxyBeanMethods = false)
    static class August {
        @Bean
        @Primary
        Clock august() {
            return Clock.fixed(Instant.parse("2026-08-17T03:00:00Z"), ZoneOffset.UTC);
        }
    }

    private static final List<String> GRADES = List.of("9", "10", "11", "12");
    private static final int OF_A_GRADE = 10;

    private final List<HighSchool> schools = new ArrayList<>();

    @BeforeEach
    void threeHighSchoolsAtTheEndOfTheirYear() {
        schools.clear();
        List.of("North", "South", "West").forEach(name -> schools.add(highSchool(name)));
        syncDone();
    }

    @Test
    void a_full_august_rollover_applies_without_a_hold() {
        schools.forEach(this::rollOver);

        var result = syncDone();

        assertThat(held(result)).isZero();
        assertThat(count(result, "student", "deactivated")).isEqualTo(30);
        assertThat(count(result, "section", "deactivated")).isEqualTo(12);
        assertThat(count(result, "contact", "deactivated")).isEqualTo(30);
        assertThat(actives("section")).isEqualTo(9);
        assertThat(actives("enrollment")).isEqualTo(90);
        assertThat(column("student", "grade", schools.get(0).students().get(0))).isEqualTo("10");
    }

    @Test
    void a_school_withdrawn_in_the_same_night_is_held_with_everything_that_hangs_on_it() {
        schools.forEach(this::rollOver);
        var south = schools.get(1);
        south.newSections().forEach(ListedRecord::remove);
        south.students().forEach(ListedRecord::remove);
        south.teacher().remove();
        south.school().remove();

        RunResult result = syncHeld();

        assertThat(scopes(result)).allMatch(scope -> scope.contains("South")).isNotEmpty();
        assertThat(active("school", south.school())).isTrue();
        assertThat(south.students()).allMatch(student -> active("student", student));
        assertThat(active("teacher", south.teacher())).isTrue();
        assertThat(rows(
                        "select 1 from galileo.enrollment e join galileo.section s using (district_id) where district_id = ?"
                                + " and s.id = e.section_id and e.active_until is null and not s.active",
                        districtId()))
                .isEmpty();
        var graduate = schools.get(0).students().get(3 * OF_A_GRADE);
        assertThat(active("student", graduate)).isFalse();
        assertThat(column("student", "grade", schools.get(2).students().get(0))).isEqualTo("10");
    }

    @Test
    void more_than_grade_12_gone_is_held_in_the_window_too() {
        schools.forEach(this::rollOver);
        schools.get(0).students().subList(0, 25).forEach(ListedRecord::remove);

        assertThat(scopes(syncHeld())).containsExactly("student at North: 25 of 40");
    }

    private HighSchool highSchool(String name) {
        var school = district.school(name);
        var year = district.term(name + " 2024", "2024-08-18", "2025-06-19");
        var teacher = district.teacher(name + " Teacher", school);
        List<ListedPerson> students = new ArrayList<>();
        List<ListedSection> sections = new ArrayList<>();
        List<ListedPerson> contacts = new ArrayList<>();
        for (String grade : GRADES) {
            var section = district.section("Maths " + grade, school).term(year).taughtBy(teacher);
            sections.add(section);
            for (int i = 1; i <= OF_A_GRADE; i++) {
                var student =
                        district.student(name + grade + "x" + i + " Ng", school).grade(grade);
                students.add(student);
                section.with(student);
                if (grade.equals("12")) {
                    contacts.add(district.contact("Parent" + i + " " + name, student));
                }
            }
        }
        return new HighSchool(school, year, teacher, students, sections, new ArrayList<>(), contacts);
    }

    /** New term, all classes new, everybody a grade up, grade 12 gone with their contacts. */
    private void rollOver(HighSchool at) {
        at.sections().forEach(ListedRecord::remove);
        at.year().remove();
        var next = district.term("2025", "2025-08-18", "2099-06-19");
        for (int g = 0; g < GRADES.size(); g++) {
            var cohort = at.students().subList(g * OF_A_GRADE, (g + 1) * OF_A_GRADE);
            if (g == GRADES.size() - 1) {
                cohort.forEach(ListedRecord::remove);
            } else {
                var section = district.section("Maths " + GRADES.get(g + 1), at.school())
                        .term(next)
                        .taughtBy(at.teacher());
                for (ListedPerson student : cohort) {
                    student.grade(GRADES.get(g + 1));
                    section.with(student);
                }
                at.newSections().add(section);
            }
        }
        // As Clever does: a contact whose only student is gone is gone.
        at.contacts().forEach(ListedRecord::remove);
    }

    private record HighSchool(
            ListedRecord school,
            ListedRecord year,
            ListedPerson teacher,
            List<ListedPerson> students,
            List<ListedSection> sections,
            List<ListedSection> newSections,
            List<ListedPerson> contacts) {}
}
