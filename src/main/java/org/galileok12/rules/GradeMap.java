package org.galileok12.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides which level a Clever grade means, and has an answer for every text: blank, {@code Ungraded} and grades that nobody
 * knows mean no level. They are never taken for {@code Other}, which would make a kindergartner a sixth-grader.
 *
 * <p>Read from {@code grades.yaml}, which must have a line for each grade that Clever documents. Immutable and safe to share.
 */
public final class GradeMap {

    /** Clever API v3.1, grade of students and sections; the blank one is left out since it never has a level. */
    static final List<String> CLEVERS_GRADES = List.of(
            "InfantToddler",
            "Preschool",
            "PreKindergarten",
            "TransitionalKindergarten",
            "Kindergarten",
            "1",
            "2",
            "3",
            "4",
            "5",
            "6",
            "7",
            "8",
            "9",
            "10",
            "11",
            "12",
            "13",
            "PostGraduate",
            "Ungraded",
            "Other");

    private final Map<String, Grade> grades;

    private GradeMap(Map<String, Grade> grades) {
        this.grades = Map.copyOf(grades);
    }

    /** Throws {@link BrokenRules} when a grade of Clever's is missing, or a level has a minimum above its maximum. */
    public static GradeMap load(Path file) {
        var rules = RuleFile.read(file);
        var entries = rules.valid().path("grades");
        var grades = new HashMap<String, Grade>();
        var findings = new ArrayList<Finding>();
        entries.properties().forEach(entry -> {
            var grade = grade(entry.getValue());
            grades.put(entry.getKey(), grade);
            if (grade.min() != null && grade.max() != null && grade.min() > grade.max()) {
                findings.add(rules.finding(
                        "/grades/" + YamlTree.escape(entry.getKey()),
                        "Grade '%s' has min %d above max %d.".formatted(entry.getKey(), grade.min(), grade.max())));
            }
        });
        for (String known : CLEVERS_GRADES) {
            if (!grades.containsKey(known)) {
                findings.add(rules.finding(
                        "/grades", "Clever's grade '" + known + "' is missing; give it a level, or {} for none."));
            }
        }
        if (!findings.isEmpty()) {
            throw new BrokenRules(findings);
        }
        return new GradeMap(grades);
    }

    /** The level of a raw Clever grade; {@code Grade(null, null, null)} for none. Never fails. */
    public Grade grade(@Nullable String raw) {
        return raw == null ? Grade.NONE : grades.getOrDefault(raw, Grade.NONE);
    }

    /** Whether the file has a line for this grade; blank counts as known, since Clever documents it. */
    public boolean known(@Nullable String raw) {
        return raw == null || raw.isEmpty() || grades.containsKey(raw);
    }

    /** Whether some grade is shown under this label. */
    boolean hasLabel(String label) {
        return grades.values().stream().anyMatch(grade -> label.equals(grade.label()));
    }

    private static Grade grade(JsonNode entry) {
        return entry.has("label")
                ? new Grade(
                        entry.get("label").asText(),
                        entry.get("min").asInt(),
                        entry.get("max").asInt())
                : Grade.NONE;
    }
}
