package org.galileok12.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a roster should say of a district: told from Clever's records alone, by other means than the service's own.
 *
 * <p>Knows only what {@link Model} makes: whole records, grades 1 to 12, every role.
 */
final class Oracle {

    private final Map<String, Map<String, String>> facts = new TreeMap<>();
    private final Map<String, List<JsonNode>> listed;

    private Oracle(Map<String, List<JsonNode>> listed) {
        this.listed = listed;
    }

    /** In: the records that Clever lists, by collection. */
    static Facts facts(Map<String, List<JsonNode>> listed) {
        var oracle = new Oracle(listed);
        oracle.places();
        oracle.people();
        oracle.sections();
        return new Facts(oracle.facts);
    }

    private void places() {
        for (var school : all("schools")) {
            fact(
                    "school " + id(school),
                    "name",
                    school.at("/name"),
                    "sis",
                    school.at("/sis_id"),
                    "phone",
                    school.at("/phone"));
        }
        for (var term : all("terms")) {
            fact(
                    "term " + id(term),
                    "name",
                    term.at("/name"),
                    "from",
                    term.at("/start_date"),
                    "to",
                    term.at("/end_date"));
        }
        for (var course : all("courses")) {
            fact("course " + id(course), "name", course.at("/name"), "number", course.at("/number"));
        }
    }

    private void people() {
        for (var user : all("users")) {
            var roles = user.at("/roles");
            var username = List.of("student", "teacher", "staff").stream()
                    .map(role -> roles.at("/" + role + "/credentials/district_username"))
                    .filter(JsonNode::isTextual)
                    .findFirst()
                    .orElse(user.at("/nothing"));
            fact(
                    "person " + id(user),
                    "first",
                    user.at("/name/first"),
                    "last",
                    user.at("/name/last"),
                    "email",
                    user.at("/email"),
                    "user",
                    username);
            roles(id(user), roles);
            schools(id(user), roles);
            contact(id(user), roles.at("/contact"));
        }
    }

    private void roles(String id, JsonNode roles) {
        var student = roles.at("/student");
        if (student.isObject()) {
            fact(
                    "student " + id,
                    "sis",
                    student.at("/sis_id"),
                    "number",
                    student.at("/student_number"),
                    "raw",
                    student.at("/grade"),
                    "grade",
                    student.at("/grade"),
                    "school",
                    known("schools", student.at("/school")));
        }
        var teacher = roles.at("/teacher");
        if (teacher.isObject()) {
            fact(
                    "teacher " + id,
                    "sis",
                    teacher.at("/sis_id"),
                    "title",
                    teacher.at("/title"),
                    "school",
                    known("schools", teacher.at("/school")));
        }
        if (roles.has("staff")) {
            fact("staff " + id, "title", roles.at("/staff/title"), "staff", roles.at("/staff/staff_id"));
        }
        if (roles.has("district_admin")) {
            fact("district_admin " + id, "title", roles.at("/district_admin/title"));
        }
    }

    private void schools(String person, JsonNode roles) {
        for (var role : List.of("student", "teacher", "staff")) {
            var primary = roles.at("/" + role + "/school").asText();
            var schools = new HashSet<String>();
            roles.at("/" + role + "/schools").forEach(school -> schools.add(school.asText()));
            schools.add(primary);
            schools.retainAll(ids("schools"));
            for (var school : schools) {
                var fields = facts.computeIfAbsent("person_school " + person + " " + school, key -> new TreeMap<>());
                fields.merge("primary", String.valueOf(school.equals(primary)), (a, b) -> a.equals("true") ? a : b);
            }
        }
    }

    private void contact(String id, JsonNode contact) {
        if (contact.isObject()) {
            fact("contact " + id, "sis", contact.at("/sis_id"), "phone", contact.at("/phone"));
            var people = ids("users");
            for (var relation : contact.at("/student_relationships")) {
                var student = relation.at("/student").asText();
                if (people.contains(student)) {
                    fact("contact_student " + id + " " + student, "how", relation.at("/relationship"));
                }
            }
        }
    }

    private void sections() {
        for (var section : all("sections")) {
            var id = id(section);
            fact(
                    "section " + id,
                    "name",
                    section.at("/name"),
                    "sis",
                    section.at("/sis_id"),
                    "grade",
                    section.at("/grade"),
                    "school",
                    known("schools", section.at("/school")),
                    "course",
                    known("courses", section.at("/course")),
                    "term",
                    known("terms", section.at("/term_id")));
            for (var student : section.at("/students")) {
                if (facts.containsKey("student " + student.asText())) {
                    fact("enrollment " + id + " " + student.asText());
                }
            }
            var primary = section.at("/teacher").asText();
            for (var teacher : section.at("/teachers")) {
                if (facts.containsKey("teacher " + teacher.asText())) {
                    facts.put(
                            "teaching " + id + " " + teacher.asText(),
                            Map.of("primary", String.valueOf(primary.equals(teacher.asText()))));
                }
            }
        }
    }

    private List<JsonNode> all(String collection) {
        return listed.getOrDefault(collection, List.of());
    }

    private Set<String> ids(String collection) {
        var ids = new HashSet<String>();
        all(collection).forEach(record -> ids.add(id(record)));
        return ids;
    }

    private JsonNode known(String collection, JsonNode id) {
        return ids(collection).contains(id.asText()) ? id : id.at("/nothing");
    }

    private static String id(JsonNode record) {
        return record.path("id").asText();
    }

    private void fact(String name, Object... fields) {
        var values = new TreeMap<String, String>();
        for (var i = 0; i < fields.length; i += 2) {
            var value = (JsonNode) fields[i + 1];
            if (!value.asText().isBlank() && !value.isNull()) {
                values.put((String) fields[i], value.asText());
            }
        }
        facts.put(name, values);
    }
}
