package org.galileok12.rules;

import org.jspecify.annotations.Nullable;

/**
 * The level a grade means in Galileo; all three are null when it means none. Immutable.
 *
 * @param label what Galileo shows, such as {@code K}, {@code 9} or {@code 6+}
 * @param min the lowest grade it may be: 0 is Kindergarten, -1 anything before
 * @param max the highest grade it may be; never below {@code min}
 */
public record Grade(
        @Nullable String label,
        @Nullable Integer min,
        @Nullable Integer max) {

    static final Grade NONE = new Grade(null, null, null);
}
