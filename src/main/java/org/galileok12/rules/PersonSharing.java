package org.galileok12.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/**
 * Decides about users. A rule for the person decides alone, exclude before include; then roles, then what is excluded, then
 * what is included. Immutable.
 */
final class PersonSharing {

    private static final String FOLLOWS_STUDENTS = "follows.students";

    private final DistrictRules rules;
    private final GradeMap grades;

    PersonSharing(DistrictRules rules, GradeMap grades) {
        this.rules = rules;
        this.grades = grades;
    }

    Decision decide(JsonNode user, Matches matches) {
        var id = user.path("id").asText();
        var included = rules.includePeople().has(id, matches);
        if (rules.excludePeople().has(id, matches)) {
            return Decision.filtered(rules.excludePeople().rule());
        }
        if (included || !user.path("roles").isObject()) {
            return Decision.SHARED;
        }
        var person = new Person(user);
        var excluded = leaveOutRoles(person, matches);
        if (person.roles().isEmpty() && !person.leftOut().isEmpty()) {
            return Decision.filtered((excluded ? rules.excludeRoles() : rules.includeRoles()).rule());
        }
        return byRole(person, matches).without(person.leftOut());
    }

    /** Whether a role was left out because it is excluded, and not only because others are included. */
    private boolean leaveOutRoles(Person person, Matches matches) {
        var leftOut = new HashSet<String>();
        var excluded = false;
        for (String role : person.roles()) {
            var included =
                    rules.includeRoles().isEmpty() || rules.includeRoles().has(role, matches);
            if (rules.excludeRoles().has(role, matches)) {
                excluded = true;
                leftOut.add(role);
            } else if (!included) {
                leftOut.add(role);
            }
        }
        person.leaveOut(leftOut);
        return excluded;
    }

    private Decision byRole(Person person, Matches matches) {
        if (person.is("student")) {
            return student(person, matches);
        }
        if (person.is("contact")) {
            return rules.narrows() ? Decision.conditional(FOLLOWS_STUDENTS) : Decision.SHARED;
        }
        // A district administrator belongs to no school and stays, whatever other employee roles say.
        return person.is("district_admin") ? Decision.SHARED : employee(person, matches);
    }

    private Decision student(Person student, Matches matches) {
        var grade = student.grade();
        if (listed(rules.excludeGrades(), grade, matches)) {
            return Decision.filtered(rules.excludeGrades().rule());
        }
        var schools = student.schools();
        var remaining = withoutExcluded(schools, matches);
        if (!schools.isEmpty() && remaining.isEmpty()) {
            return Decision.filtered(rules.excludeSchools().rule());
        }
        var schoolIncluded = includedBySchool(remaining, matches);
        if (!rules.includeGrades().isEmpty() && !listed(rules.includeGrades(), grade, matches)) {
            return unlessInSharedSection(rules.includeGrades());
        }
        if (!schoolIncluded) {
            return unlessInSharedSection(rules.includeSchools());
        }
        return rules.onlySections()
                ? Decision.conditional(rules.includeSections().rule())
                : Decision.SHARED;
    }

    /** Teachers are never filtered by school: they stay while a section that is shared has them. */
    private Decision employee(Person employee, Matches matches) {
        var schools = employee.schools();
        if (schools.isEmpty()) {
            return Decision.SHARED;
        }
        var remaining = withoutExcluded(schools, matches);
        if (remaining.isEmpty()) {
            return lost(employee, rules.excludeSchools());
        }
        if (!includedBySchool(remaining, matches)) {
            return lost(employee, rules.includeSchools());
        }
        return rules.onlySections()
                ? Decision.conditional(rules.includeSections().rule())
                : Decision.SHARED;
    }

    private static Decision lost(Person employee, RuleValues rule) {
        return employee.is("teacher") ? Decision.conditional(rule.rule()) : Decision.filtered(rule.rule());
    }

    private Decision unlessInSharedSection(RuleValues rule) {
        return rules.includeSections().isEmpty() ? Decision.filtered(rule.rule()) : Decision.conditional(rule.rule());
    }

    private Set<String> withoutExcluded(Set<String> schools, Matches matches) {
        var remaining = new HashSet<>(schools);
        remaining.removeIf(school -> rules.excludeSchools().has(school, matches));
        return remaining;
    }

    /** A person without any school is untouched by rules about schools. */
    private boolean includedBySchool(Set<String> remaining, Matches matches) {
        return rules.includeSchools().isEmpty()
                || remaining.isEmpty()
                || rules.includeSchools().hasAny(remaining, matches);
    }

    private boolean listed(RuleValues listedGrades, String raw, Matches matches) {
        if (listedGrades.isEmpty() || raw.isEmpty()) {
            return false;
        }
        var label = grades.grade(raw).label();
        var asRaw = listedGrades.has(raw, matches);
        return (label != null && listedGrades.has(label, matches)) || asRaw;
    }
}
