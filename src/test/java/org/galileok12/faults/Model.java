package org.galileok12.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.galileok12.house.Canaries;
import org.galileok12.simulator.ListedPerson;
import org.galileok12.simulator.ListedRecord;
import org.galileok12.simulator.ListedSection;
import org.galileok12.simulator.SchoolDistrict;

/**
 * A small district at the local Clever with somebody in every role, and what Clever lists of it at this moment. All names are
 * canaries. Changes go through {@link #changing}, so that no page shows half of one.
 */
final class Model {

    /** So many enrollments may end in one schedule without anybody being asked: fewer than a guard holds. */
    private static final int ENDINGS = 14;

    final SchoolDistrict district;
    final List<ListedRecord> schools = new ArrayList<>();
    final List<ListedRecord> terms = new ArrayList<>();
    final List<ListedRecord> courses = new ArrayList<>();
    final List<ListedPerson> students = new ArrayList<>();
    final List<ListedPerson> teachers = new ArrayList<>();
    final List<ListedPerson> others = new ArrayList<>();
    final List<ListedPerson> contacts = new ArrayList<>();
    final List<ListedSection> sections = new ArrayList<>();
    final List<ListedPerson> left = new ArrayList<>();
    final List<ListedRecord> spareSchools = new ArrayList<>();
    private int people;
    private int endings;

    Model(SchoolDistrict district, Random random) {
        this.district = district;
        for (var name : List.of("North", "South", "West")) {
            schools.add(district.school(name));
        }
        terms.add(district.term("Fall", "2025-08-18", "2025-12-19"));
        terms.add(district.term("Spring", "2026-01-05", "2026-06-05"));
        courses.add(district.course("Maths", "M5"));
        courses.add(district.course("Music", "MU"));
        courses.add(district.course("Art", "AR"));
        for (int i = 0; i < 24; i++) {
            newStudent(schools.get(i % 3)).grade(grade(random));
        }
        for (int i = 0; i < 6; i++) {
            newTeacher(schools.get(i % 3));
        }
        others.add(district.staff(name(), schools.get(0)));
        others.add(district.staff(name(), schools.get(1)));
        others.add(district.districtAdmin(name()));
        for (int i = 0; i < 8; i++) {
            contacts.add(district.contact(name(), students.get(i), students.get(i + 9)));
        }
        for (int i = 0; i < 8; i++) {
            var section = newSection(i % 3);
            for (int seat = 0; seat < 5; seat++) {
                section.with(students.get((i + seat * 3) % 24));
            }
        }
    }

    /** Does something that no page may show half of. */
    synchronized <T> T changing(Supplier<T> change) {
        synchronized (district) {
            return change.get();
        }
    }

    /** What the roster should say now. */
    synchronized Facts facts() {
        synchronized (district) {
            return Oracle.facts(Map.of(
                    "schools", json(Stream.concat(schools.stream(), spareSchools.stream())),
                    "terms", json(terms.stream()),
                    "courses", json(courses.stream()),
                    "users", json(users()),
                    "sections", json(sections.stream())));
        }
    }

    int pages(String collection, int size) {
        return Math.max(1, (district.count(collection) + size - 1) / size);
    }

    ListedPerson newStudent(ListedRecord school) {
        var student = district.student(name(), school);
        students.add(student);
        return student;
    }

    ListedPerson newTeacher(ListedRecord school) {
        var teacher = district.teacher(name(), school);
        teachers.add(teacher);
        return teacher;
    }

    ListedSection newSection(int number) {
        var section = district.section("Class " + number, schools.get(number % schools.size()))
                .course(courses.get(number % courses.size()))
                .term(terms.get(number % terms.size()))
                .taughtBy(teachers.get(number % teachers.size()), teachers.get((number + 1) % teachers.size()));
        sections.add(section);
        return section;
    }

    /** Not 12, whose leavers a guard lets go in the weeks around a new school year: a seed means the same all year. */
    static String grade(Random random) {
        return String.valueOf(1 + random.nextInt(11));
    }

    String name() {
        return Canaries.FIRST_NAME + ++people + " " + Canaries.LAST_NAME;
    }

    /** Whether so many enrollments may still end; they count as ended then. */
    boolean mayEnd(int enrollments) {
        if (endings + enrollments > ENDINGS) {
            return false;
        }
        endings += enrollments;
        return true;
    }

    List<ListedSection> classesOf(ListedPerson student) {
        return sections.stream().filter(section -> sits(student, section)).toList();
    }

    static boolean sits(ListedPerson student, ListedSection section) {
        return section.json()
                .path("students")
                .valueStream()
                .anyMatch(id -> id.asText().equals(student.id()));
    }

    static int size(ListedSection section) {
        return section.json().path("students").size();
    }

    private Stream<ListedPerson> users() {
        return Stream.of(students, teachers, others, contacts).flatMap(List::stream);
    }

    private static List<JsonNode> json(Stream<? extends ListedRecord> records) {
        return records.map(record -> (JsonNode) record.json()).toList();
    }
}
