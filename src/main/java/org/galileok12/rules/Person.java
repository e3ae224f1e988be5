package org.galileok12.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What sharing rules need to know of a user: roles, schools and grade. Malformed parts count as absent here; it is the step
 * to typed rows that puts such a record into quarantine.
 */
final class Person {

    private final JsonNode roles;
    private final Set<String> allowed = new LinkedHashSet<>();
    private final Set<String> leftOut = new HashSet<>();

    Person(JsonNode user) {
        roles = user.path("roles");
        roles.properties().forEach(role -> {
            if (role.getValue().isObject()) {
                allowed.add(role.getKey());
            }
        });
    }

    /** The roles that are still shared. */
    Set<String> roles() {
        return allowed;
    }

    Set<String> leftOut() {
        return leftOut;
    }

    void leaveOut(Set<String> names) {
        allowed.removeAll(names);
        leftOut.addAll(names);
    }

    boolean is(String role) {
        return allowed.contains(role);
    }

    /** Empty for a student without a grade. */
    String grade() {
        return roles.path("student").path("grade").asText("");
    }

    /** The schools of all shared roles, primary or not. */
    Set<String> schools() {
        var schools = new LinkedHashSet<String>();
        for (String name : allowed) {
            var role = roles.path(name);
            add(role.path("school"), schools);
            role.path("schools").forEach(school -> add(school, schools));
        }
        return schools;
    }

    private static void add(JsonNode school, Set<String> schools) {
        if (school.isTextual() && !school.textValue().isEmpty()) {
            schools.add(school.textValue());
        }
    }
}
