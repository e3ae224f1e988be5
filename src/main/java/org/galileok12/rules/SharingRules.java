package org.galileok12.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Knows which sharing rules hold for which district: its own entry in {@code sharing.yaml} if it has one, else the default.
 * An entry of its own replaces the default as a whole. Immutable and safe to share.
 */
public final class SharingRules {

    private final DistrictSharing byDefault;
    private final Map<String, DistrictSharing> districts;

    private SharingRules(DistrictSharing byDefault, Map<String, DistrictSharing> districts) {
        this.byDefault = byDefault;
        this.districts = Map.copyOf(districts);
    }

    /** Throws {@link BrokenRules} for a wrong file, or a grade that is neither Clever's word nor a label of the grade map. */
    public static SharingRules load(Path file, GradeMap grades) {
        var rules = RuleFile.read(file);
        var content = rules.valid();
        var findings = new ArrayList<Finding>();
        findUnknownGrades(rules, content.path("default"), "/default", grades, findings);
        var districts = new HashMap<String, DistrictSharing>();
        content.path("districts").properties().forEach(entry -> {
            var where = "/districts/" + entry.getKey();
            findUnknownGrades(rules, entry.getValue(), where, grades, findings);
            districts.put(entry.getKey(), new DistrictSharing(DistrictRules.read(entry.getValue()), grades));
        });
        if (!findings.isEmpty()) {
            throw new BrokenRules(findings);
        }
        return new SharingRules(new DistrictSharing(DistrictRules.read(content.path("default")), grades), districts);
    }

    /** The rules of a district, by Clever's id of it. */
    public DistrictSharing forDistrict(String district) {
        return districts.getOrDefault(district, byDefault);
    }

    private static void findUnknownGrades(
            RuleFile rules, JsonNode entry, String where, GradeMap grades, List<Finding> findings) {
        for (String side : List.of("include", "exclude")) {
            var index = 0;
            for (JsonNode item : entry.path(side).path("grades")) {
                var grade = item.asText();
                if (!grades.known(grade) && !grades.hasLabel(grade)) {
                    findings.add(rules.finding(
                            where + "/" + side + "/grades/" + index,
                            "'" + grade + "' is neither a grade of Clever's nor a label in grades.yaml."));
                }
                index++;
            }
        }
    }
}
