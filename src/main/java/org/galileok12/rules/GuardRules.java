package org.galileok12.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Knows what a sync must not do by itself in which district: the default of {@code guard.yaml} with what the district's own
 * entry names differently. Immutable and safe to share.
 */
public final class GuardRules {

    private final JsonNode byDefault;
    private final Map<String, JsonNode> districts;

    private GuardRules(JsonNode byDefault, Map<String, JsonNode> districts) {
        this.byDefault = byDefault;
        this.districts = Map.copyOf(districts);
    }

    /** Throws {@link BrokenRules} for a wrong file, a day that no month has, or a leaver's grade that the grade map lacks. */
    public static GuardRules load(Path file, GradeMap grades) {
        var rules = RuleFile.read(file);
        var content = rules.valid();
        var findings = new ArrayList<Finding>();
        find(rules, content.path("default"), "/default", grades, findings);
        var districts = new HashMap<String, JsonNode>();
        content.path("districts").properties().forEach(entry -> {
            find(rules, entry.getValue(), "/districts/" + entry.getKey(), grades, findings);
            districts.put(entry.getKey(), merged(content.path("default"), entry.getValue()));
        });
        if (!findings.isEmpty()) {
            throw new BrokenRules(findings);
        }
        return new GuardRules(content.path("default"), districts);
    }

    /** What holds for a district, by Clever's id of it, on a day of its own calendar. */
    public Thresholds thresholds(String district, LocalDate day) {
        var entry = districts.getOrDefault(district, byDefault);
        var rollover = entry.path("rollover");
        var inWindow =
                between(rollover.path("from").asText(), rollover.path("until").asText(), day);
        var now = inWindow ? merged(entry, rollover) : entry;
        return new Thresholds(
                now.path("deactivations").path("share").asDouble(),
                now.path("deactivations").path("rows").asInt(),
                now.path("emptied").asInt(),
                now.path("updates").path("share").asDouble(),
                now.path("updates").path("rows").asInt(),
                inWindow ? texts(rollover.path("leavers")) : Set.of(),
                now.path("protect").path("last-teacher").asBoolean(),
                texts(now.path("protect").path("people")));
    }

    /** Both days belong to the window, which may lie over the turn of the year. */
    private static boolean between(String from, String until, LocalDate day) {
        var first = monthDay(from);
        var last = monthDay(until);
        var now = MonthDay.from(day);
        return first.isAfter(last)
                ? !now.isBefore(first) || !now.isAfter(last)
                : !now.isBefore(first) && !now.isAfter(last);
    }

    private static MonthDay monthDay(String text) {
        return MonthDay.parse("--" + text);
    }

    private static void find(RuleFile rules, JsonNode entry, String where, GradeMap grades, List<Finding> findings) {
        for (String day : List.of("from", "until")) {
            var text = entry.path("rollover").path(day).asText("01-01");
            try {
                monthDay(text);
            } catch (DateTimeException e) {
                findings.add(rules.finding(
                        where + "/rollover/" + day,
                        "'" + text + "' is no day of the year; write MM-DD, such as 06-15."));
            }
        }
        var index = 0;
        for (JsonNode leaver : entry.path("rollover").path("leavers")) {
            if (!grades.hasLabel(leaver.asText())) {
                findings.add(rules.finding(
                        where + "/rollover/leavers/" + index, "'" + leaver.asText() + "' is no label in grades.yaml."));
            }
            index++;
        }
    }

    /** Objects are merged key by key; everything else replaces. */
    private static JsonNode merged(JsonNode base, JsonNode own) {
        if (!(base instanceof ObjectNode) || !own.isObject()) {
            return own.isMissingNode() ? base : own;
        }
        ObjectNode result = base.deepCopy();
        own.properties()
                .forEach(field -> result.set(field.getKey(), merged(base.path(field.getKey()), field.getValue())));
        return result;
    }

    private static Set<String> texts(JsonNode list) {
        var texts = new LinkedHashSet<String>();
        list.forEach(item -> texts.add(item.asText()));
        return Set.copyOf(texts);
    }
}
