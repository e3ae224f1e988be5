package org.galileok12.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The values of one rule of a district, such as {@code exclude.schools}. Immutable; a look-up costs one hash. */
final class RuleValues {

    private final String rule;
    private final Map<String, Integer> indexes;

    private RuleValues(String rule, Map<String, Integer> indexes) {
        this.rule = rule;
        this.indexes = Map.copyOf(indexes);
    }

    /** Appends what it reads, as {@code rule=value}, to the district's list of values. */
    static RuleValues read(JsonNode district, String side, String list, List<String> values) {
        var rule = side + "." + list;
        var indexes = new HashMap<String, Integer>();
        for (JsonNode item : district.path(side).path(list)) {
            indexes.put(item.asText(), values.size());
            values.add(rule + "=" + item.asText());
        }
        return new RuleValues(rule, indexes);
    }

    String rule() {
        return rule;
    }

    boolean isEmpty() {
        return indexes.isEmpty();
    }

    Set<String> values() {
        return indexes.keySet();
    }

    boolean has(String value, Matches matches) {
        var index = indexes.get(value);
        if (index == null) {
            return false;
        }
        matches.seen(index);
        return true;
    }

    /** Looks at all of them, so that every value that is there counts as matched. */
    boolean hasAny(Iterable<String> all, Matches matches) {
        var any = false;
        for (String value : all) {
            any |= has(value, matches);
        }
        return any;
    }
}
