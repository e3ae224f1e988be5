package org.galileok12.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.galileok12.simulator.ListedPerson;
import org.galileok12.simulator.ListedRecord;
import org.galileok12.simulator.ListedSection;

/**
 * So many are gone from Clever at once that a person has to be asked: a whole school, or twenty students. Somebody new arrives the
 * same day.
 *
 * @param withdrawn what is not so any more by it
 */
record MassRemoval(
        String told,
        Facts withdrawn,
        List<ListedRecord> schools,
        List<ListedSection> sections,
        List<ListedPerson> students,
        List<ListedPerson> teachers) {

    private static final int STUDENTS = 20;

    static MassRemoval of(Model model, Random random) {
        return model.changing(() -> {
            var before = model.facts();
            var removal = random.nextBoolean() ? school(model, before) : students(model, before, random);
            model.schools.removeAll(removal.schools);
            model.sections.removeAll(removal.sections);
            model.students.removeAll(removal.students);
            model.teachers.removeAll(removal.teachers);
            removal.all().forEach(ListedRecord::remove);
            var arrival = model.newStudent(model.schools.get(0)).grade("3");
            model.sections.get(0).with(arrival);
            var withdrawn = before.without(model.facts());
            return new MassRemoval(
                    removal.told, withdrawn, removal.schools, removal.sections, removal.students, removal.teachers);
        });
    }

    /** The source has them again. */
    void takeBack(Model model) {
        model.changing(() -> {
            all().forEach(ListedRecord::restore);
            model.schools.addAll(schools);
            model.sections.addAll(sections);
            model.students.addAll(students);
            model.teachers.addAll(teachers);
            return model;
        });
    }

    /** The one with most students. */
    private static MassRemoval school(Model model, Facts before) {
        var school = model.schools.stream()
                .max((a, b) -> Integer.compare(
                        at(a, "student", model.students).size(),
                        at(b, "student", model.students).size()))
                .orElseThrow();
        var sections = model.sections.stream()
                .filter(section -> section.json().path("school").asText().equals(school.id()))
                .toList();
        return new MassRemoval(
                "school " + school.id() + " is withdrawn",
                before,
                List.of(school),
                sections,
                at(school, "student", model.students),
                at(school, "teacher", model.teachers));
    }

    private static MassRemoval students(Model model, Facts before, Random random) {
        var students = new ArrayList<>(model.students);
        Collections.shuffle(students, random);
        return new MassRemoval(
                STUDENTS + " students are gone",
                before,
                List.of(),
                List.of(),
                students.subList(0, STUDENTS),
                List.of());
    }

    private static List<ListedPerson> at(ListedRecord school, String role, List<ListedPerson> people) {
        return people.stream()
                .filter(person ->
                        person.json().at("/roles/" + role + "/school").asText().equals(school.id()))
                .toList();
    }

    private List<ListedRecord> all() {
        var all = new ArrayList<ListedRecord>(schools);
        all.addAll(teachers);
        all.addAll(students);
        all.addAll(sections);
        return all;
    }
}
