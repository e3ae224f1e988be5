package org.galileok12.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Decides which records of one district reach Galileo. The rules only narrow what Clever already shares; without rules
 * everything is shared.
 *
 * <p>A record that is too malformed to decide about is shared, so that the next step puts it into quarantine. Immutable and
 * safe to share.
 */
public final class DistrictSharing {

    private final DistrictRules rules;
    private final PersonSharing people;
    private final Matches ignored;

    DistrictSharing(DistrictRules rules, GradeMap grades) {
        this.rules = rules;
        this.people = new PersonSharing(rules, grades);
        this.ignored = newMatches();
    }

    /** {@link #decide(String, JsonNode, Matches)} without remembering which values matched. */
    public Decision decide(String collection, JsonNode record) {
        return decide(collection, record, ignored);
    }

    /** The verdict about one record of a collection in Clever's words; also remembers the rule values that it met. */
    public Decision decide(String collection, JsonNode record, Matches matches) {
        if (rules.values().isEmpty() || !CleverId.wellFormed(record.path("id"))) {
            return Decision.SHARED;
        }
        return switch (collection) {
            case "users" -> people.decide(record, matches);
            case "sections" -> section(record, matches);
            case "schools" -> school(record.path("id").textValue(), matches);
            default -> Decision.SHARED;
        };
    }

    /** Whether some rule takes something away; a district that only includes single people does not narrow. */
    public boolean narrows() {
        return rules.narrows();
    }

    /** All values, such as {@code exclude.grades=K}, in the order include before exclude. */
    public List<String> values() {
        return rules.values();
    }

    /** Sections named in {@code include.sections}: they keep their students and teachers. */
    public Set<String> includedSections() {
        return rules.includeSections().values();
    }

    /** People named in {@code include.people}, whatever else is said; without those excluded by name. */
    public Set<String> includedPeople() {
        var people = new HashSet<>(rules.includePeople().values());
        people.removeAll(rules.excludePeople().values());
        return Set.copyOf(people);
    }

    /** A fresh memory for one run. */
    public Matches newMatches() {
        return new Matches(rules.values());
    }

    private Decision section(JsonNode section, Matches matches) {
        var id = section.path("id").textValue();
        var school = section.path("school").asText("");
        var sectionIncluded = rules.includeSections().has(id, matches);
        if (rules.excludeSections().has(id, matches)) {
            return Decision.filtered(rules.excludeSections().rule());
        }
        if (rules.excludeSchools().has(school, matches)) {
            return Decision.filtered(rules.excludeSchools().rule());
        }
        var everything =
                rules.includeSchools().isEmpty() && rules.includeSections().isEmpty();
        if (everything || sectionIncluded || rules.includeSchools().has(school, matches)) {
            return Decision.SHARED;
        }
        return Decision.filtered((rules.onlySections() ? rules.includeSections() : rules.includeSchools()).rule());
    }

    private Decision school(String id, Matches matches) {
        var listed = rules.includeSchools().has(id, matches);
        if (rules.excludeSchools().has(id, matches)) {
            return Decision.filtered(rules.excludeSchools().rule());
        }
        if (rules.onlySections()) {
            return Decision.conditional(rules.includeSections().rule());
        }
        if (listed || rules.includeSchools().isEmpty()) {
            return Decision.SHARED;
        }
        var rule = rules.includeSchools().rule();
        return rules.includeSections().isEmpty() ? Decision.filtered(rule) : Decision.conditional(rule);
    }
}
