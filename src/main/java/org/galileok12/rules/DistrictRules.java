package org.galileok12.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** One district's entry in {@code sharing.yaml}. Immutable. */
record DistrictRules(
        RuleValues includeSchools,
        RuleValues includeGrades,
        RuleValues includeRoles,
        RuleValues includeSections,
        RuleValues includePeople,
        RuleValues excludeSchools,
        RuleValues excludeGrades,
        RuleValues excludeRoles,
        RuleValues excludeSections,
        RuleValues excludePeople,
        List<String> values) {

    static DistrictRules read(JsonNode entry) {
        var values = new ArrayList<String>();
        return new DistrictRules(
                RuleValues.read(entry, "include", "schools", values),
                RuleValues.read(entry, "include", "grades", values),
                RuleValues.read(entry, "include", "roles", values),
                RuleValues.read(entry, "include", "sections", values),
                RuleValues.read(entry, "include", "people", values),
                RuleValues.read(entry, "exclude", "schools", values),
                RuleValues.read(entry, "exclude", "grades", values),
                RuleValues.read(entry, "exclude", "roles", values),
                RuleValues.read(entry, "exclude", "sections", values),
                RuleValues.read(entry, "exclude", "people", values),
                List.copyOf(values));
    }

    /** Including single people takes nothing away from others; every other rule does. */
    boolean narrows() {
        return values.size() > includePeople.values().size();
    }

    /** Sections are named and schools are not: nothing but those sections is shared. */
    boolean onlySections() {
        return includeSchools.isEmpty() && !includeSections.isEmpty();
    }
}
