package org.galileok12.roster;

import java.util.List;
import org.galileok12.rules.Row;
import org.jspecify.annotations.Nullable;

/**
 * Tells students, employees and contacts apart by the role rows of a person. Clever never combines student or contact with
 * another role; employees may have several.
 */
final class PersonKind {

    private PersonKind() {}

    /** {@code student}, {@code employee} or {@code contact}; null for somebody without a role that we know. */
    static @Nullable String of(List<Row> rows) {
        String kind = null;
        for (Row row : rows) {
            switch (row.table()) {
                case "student" -> {
                    return "student";
                }
                case "teacher", "staff", "district_admin" -> kind = "employee";
                case "contact" -> kind = kind == null ? "contact" : kind;
                default -> {}
            }
        }
        return kind;
    }
}
