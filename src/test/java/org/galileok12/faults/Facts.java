package org.galileok12.faults;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is so at one moment: "student" and Clever id, "enrollment" and the ids of class and student, and the like, each with its
 * fields. Differences name facts and fields, never a field's value.
 */
record Facts(Map<String, Map<String, String>> all) {

    Facts {
        all = new TreeMap<>(all);
    }

    Set<String> names() {
        return all.keySet();
    }

    /** These, and what is only among the others. */
    Facts or(Facts others) {
        var both = new TreeMap<>(others.all);
        both.putAll(all);
        return new Facts(both);
    }

    /** Only what the others do not have. */
    Facts without(Facts others) {
        var rest = new TreeMap<>(all);
        rest.keySet().removeAll(others.names());
        return new Facts(rest);
    }

    /** The names that the other side does not have; at most eight. */
    List<String> missing(Facts found) {
        return names().stream()
                .filter(name -> !found.names().contains(name))
                .limit(8)
                .toList();
    }

    /** What the other side has too much, too little, or otherwise; at most a dozen lines. */
    List<String> differences(Facts found) {
        var lines = new ArrayList<String>();
        var names = new HashSet<>(names());
        names.addAll(found.names());
        names.stream().sorted().forEach(name -> {
            var expected = all.get(name);
            var actual = found.all.get(name);
            if (actual == null) {
                lines.add("missing: " + name);
            } else if (expected == null) {
                lines.add("too much: " + name);
            } else if (!expected.equals(actual)) {
                lines.add("differs: " + name + " in " + fields(expected, actual));
            }
        });
        return lines.subList(0, Math.min(12, lines.size()));
    }

    private static List<String> fields(Map<String, String> expected, Map<String, String> actual) {
        var names = new HashSet<>(expected.keySet());
        names.addAll(actual.keySet());
        return names.stream()
                .filter(field -> !Objects.equals(expected.get(field), actual.get(field)))
                .sorted()
                .toList();
    }
}
