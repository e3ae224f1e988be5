package org.galileok12.simulator;

import java.util.Arrays;
import java.util.List;

/**
 * Who belongs where in a generated district, as arithmetic over numbers: nothing is stored per student.
 *
 * <p>Schools hold about 600 students each, in the order of their numbers and grades. 25 neighbours are a cohort; every
 * cohort has one section per period, shifted by a few students each period, and one teacher.
 */
final class RosterShape {

    static final int SECTION_SIZE = 25;
    private static final int SHIFT = 11;
    private static final List<String> EARLY =
            List.of("InfantToddler", "Preschool", "PreKindergarten", "TransitionalKindergarten");
    private static final List<List<String>> GRADES = List.of(
            List.of("Kindergarten", "1", "2", "3", "4", "5"),
            List.of("6", "7", "8"),
            List.of("9", "10", "11", "12"),
            List.of("Kindergarten", "1", "2", "3", "4", "5"));

    final int students;
    final int schools;
    final int cohorts;
    final int periods;
    final int families;
    private final int[] firstCohort;

    RosterShape(int students, int periods) {
        this.students = students;
        this.periods = periods;
        this.schools = Math.max(3, students / 600);
        this.families = (2 * students + 2) / 3;
        this.firstCohort = new int[schools + 1];
        for (int s = 0; s < schools; s++) {
            firstCohort[s + 1] = firstCohort[s] + (size(s) + SECTION_SIZE - 1) / SECTION_SIZE;
        }
        this.cohorts = firstCohort[schools];
    }

    int firstStudent(int school) {
        return (int) ((long) school * students / schools);
    }

    int size(int school) {
        return firstStudent(school + 1) - firstStudent(school);
    }

    int schoolOf(int student) {
        return (int) (((student + 1L) * schools - 1) / students);
    }

    /** 0 elementary, 1 middle, 2 high, 3 elementary again. */
    static int level(int school) {
        return school % 4;
    }

    int schoolOfCohort(int cohort) {
        int at = Arrays.binarySearch(firstCohort, cohort);
        if (at < 0) {
            return -at - 2;
        }
        // A school without students has no cohort of its own: the last of equal starts holds it.
        while (at < schools && firstCohort[at + 1] == cohort) {
            at++;
        }
        return at;
    }

    /** The students of a cohort's section in a period. */
    int[] members(int cohort, int period) {
        int school = schoolOfCohort(cohort);
        int size = size(school);
        int from = (cohort - firstCohort[school]) * SECTION_SIZE;
        int[] members = new int[Math.min(SECTION_SIZE, size - from)];
        for (int k = 0; k < members.length; k++) {
            members[k] = firstStudent(school) + (from + k + period * SHIFT) % size;
        }
        return members;
    }

    /** The teacher of a cohort's section in a period, or the colleague {@code further} along. */
    int teacher(int cohort, int period, int further) {
        int school = schoolOfCohort(cohort);
        int count = firstCohort[school + 1] - firstCohort[school];
        return firstCohort[school] + (cohort - firstCohort[school] + period + further) % count;
    }

    /** The grade that goes with a student's place in school, before the odd ones. */
    String grade(int student) {
        int school = schoolOf(student);
        int place = student - firstStudent(school);
        int size = size(school);
        List<String> grades = GRADES.get(level(school));
        if (level(school) == 0 && place < size / 25) {
            return EARLY.get(place % EARLY.size());
        }
        return grades.get((int) ((long) place * grades.size() / size));
    }

    int familyOf(int student) {
        return student < families ? student : (student - families) * 2;
    }

    /** One child or two; siblings are far apart in the numbers, so in other grades or schools. */
    int[] children(int family) {
        int second = families + family / 2;
        boolean two = family % 2 == 0 && second < students;
        return two ? new int[] {family, second} : new int[] {family};
    }
}
