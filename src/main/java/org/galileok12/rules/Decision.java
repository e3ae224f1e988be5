package org.galileok12.rules;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The verdict about one record and the rule behind it. Immutable.
 *
 * @param rule such as {@code exclude.schools}; null exactly when the record is shared
 * @param withoutRoles roles of a staged person that are not shared: their rows are left out, as if Clever had not sent them
 */
public record Decision(Verdict verdict, @Nullable String rule, Set<String> withoutRoles) {

    static final Decision SHARED = new Decision(Verdict.SHARED, null, Set.of());

    static Decision filtered(String rule) {
        return new Decision(Verdict.FILTERED, rule, Set.of());
    }

    static Decision conditional(String rule) {
        return new Decision(Verdict.CONDITIONAL, rule, Set.of());
    }

    /** Whether the record is staged at all. */
    public boolean staged() {
        return verdict != Verdict.FILTERED;
    }

    Decision without(Set<String> roles) {
        return roles.isEmpty() || !staged() ? this : new Decision(verdict, rule, Set.copyOf(roles));
    }
}
