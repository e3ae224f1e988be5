package org.galileok12.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Knows the time zone of every state and territory of the United States, from {@code zones.yaml}, which must have a line for each.
 * Immutable and safe to share.
 */
public final class ZoneRules {

    /** The two letters of the Postal Service, as Clever has them in the address of a school; those of the armed forces too. */
    static final List<String> STATES = List.of(
            "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL", "IN", "IA", "KS", "KY",
            "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM", "NY", "NC", "ND", "OH",
            "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA", "WV", "WI", "WY", "AS", "GU", "MP",
            "PR", "VI", "AA", "AE", "AP");

    private final JsonNode zones;

    private ZoneRules(JsonNode zones) {
        this.zones = zones;
    }

    /** Throws {@link BrokenRules} when a state is missing, or a time zone is none. */
    public static ZoneRules load(Path file) {
        var rules = RuleFile.read(file);
        var zones = rules.valid().path("zones");
        var findings = new ArrayList<Finding>();
        zones.properties().forEach(entry -> {
            if (!ZoneId.getAvailableZoneIds().contains(entry.getValue().asText())) {
                findings.add(rules.finding(
                        "/zones/" + YamlTree.escape(entry.getKey()),
                        "'%s' is not a time zone; write one like America/Phoenix."
                                .formatted(entry.getValue().asText())));
            }
        });
        for (String state : STATES) {
            if (!zones.has(state)) {
                findings.add(rules.finding("/zones", "State " + state + " is missing; give it a time zone."));
            }
        }
        if (!findings.isEmpty()) {
            throw new BrokenRules(findings);
        }
        return new ZoneRules(zones);
    }

    /** State → time zone, as a JSON object. */
    public String json() {
        return zones.toString();
    }
}
