package org.galileok12.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Remembers which values of a district's sharing rules met at least one record, so that a rule that matches nothing can be
 * reported: a school that closed, a mistyped id. One for each run; collections may be decided side by side.
 */
public final class Matches {

    private final List<String> values;
    private final AtomicIntegerArray seen;

    Matches(List<String> values) {
        this.values = values;
        this.seen = new AtomicIntegerArray(values.size());
    }

    /** Values such as {@code include.schools=58da8c58155b940248000007} that met a record, in the order of the file. */
    public List<String> matched() {
        return values(1);
    }

    /** Values that met no record so far. */
    public List<String> unmatched() {
        return values(0);
    }

    /** Counts in what an earlier part of the same run matched; values that are no rule any more are ignored. */
    public void restore(Collection<String> matched) {
        for (String value : matched) {
            var index = values.indexOf(value);
            if (index >= 0) {
                seen(index);
            }
        }
    }

    void seen(int index) {
        // Read first: a value that matches every student would otherwise be one contended cache line.
        if (seen.getPlain(index) == 0) {
            seen.set(index, 1);
        }
    }

    private List<String> values(int wanted) {
        var found = new ArrayList<String>();
        for (var i = 0; i < values.size(); i++) {
            if (seen.get(i) == wanted) {
                found.add(values.get(i));
            }
        }
        return List.copyOf(found);
    }
}
