package org.galileok12.run;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says one change of a row in words for a help desk, without a value of any row. */
final class StoryText {

    private static final Set<String> BOOKKEEPING = Set.of(
            "changed_at",
            "deactivated_at",
            "first_synced_at",
            "active",
            "origin",
            "clever_id",
            "created_run",
            "active_until",
            "clever_last_modified");

    private StoryText() {}

    /** In: a row of tell-changes.sql. */
    static String of(Map<?, ?> row) {
        var other = other(row);
        return switch (String.valueOf(row.get("entity"))) {
            case "person_school" -> belongs(row, "school " + other);
            case "enrollment" ->
                "section".equals(row.get("other"))
                        ? inClass(row, "%s class " + other, "entered", "left", "is back in")
                        : inClass(row, other + " %s", "entered", "left", "is back");
            case "teaching" ->
                "section".equals(row.get("other"))
                        ? inClass(row, "%s class " + other, "teaches", "no longer teaches", "teaches again")
                        : inClass(row, other + " %s", "teaches it", "no longer teaches it", "teaches it again");
            case "contact_student" ->
                "student".equals(row.get("other"))
                        ? relation(row, "is a contact of " + other, "is no longer a contact of " + other)
                        : relation(row, "has " + other, "no longer has " + other);
            case "student", "teacher", "staff", "district_admin", "contact" -> role(row);
            default -> own(row);
        };
    }

    /** Many of the same kind in one run, such as everybody in a new class. */
    static String ofMany(Map<?, ?> row, int many) {
        var verb = of(row).replaceFirst("^\\w+ \\d+( \\([0-9a-f]*\\))? ?", "");
        return many + " " + row.get("other") + "s: " + verb;
    }

    private static String own(Map<?, ?> row) {
        var also = columns(row).isEmpty() ? "" : "; changed: " + String.join(", ", columns(row));
        return switch (action(row)) {
            case "create" -> "first seen: new in Galileo";
            case "deactivate" -> "switched off: no longer among what the district shares";
            case "reactivate" -> "switched on again, the same row as before" + also;
            case "adopt" -> "made by hand before; taken over by the SIS (adopted)" + also;
            case "re-key" -> "Clever gave it a new id; it stays the same row here" + also;
            case "by hand" -> "made by hand";
            default -> changed(row, "changed: ");
        };
    }

    private static String role(Map<?, ?> row) {
        var name = String.valueOf(row.get("entity")).replace('_', ' ');
        return switch (action(row)) {
            case "create" -> "has the role " + name;
            case "deactivate" -> "no longer has the role " + name;
            case "reactivate" ->
                "has the role " + name + " again"
                        + (columns(row).isEmpty() ? "" : "; changed: " + String.join(", ", columns(row)));
            case "adopt" -> "role " + name + " taken over by the SIS";
            default -> changed(row, "role " + name + ", changed: ");
        };
    }

    private static String belongs(Map<?, ?> row, String school) {
        return switch (action(row)) {
            case "create" -> "belongs to " + school;
            case "deactivate" -> "no longer belongs to " + school;
            case "reactivate" -> "belongs to " + school + " again";
            default -> changed(row, school + ", changed: ");
        };
    }

    private static String inClass(Map<?, ?> row, String sentence, String begins, String ends, String again) {
        return switch (action(row)) {
            case "create" -> sentence.formatted(begins);
            case "deactivate" -> sentence.formatted(ends);
            case "by hand" -> sentence.formatted(begins) + ", by hand";
            case "by hand ended" -> sentence.formatted(ends) + ", by hand";
            default ->
                rawColumns(row).contains("active_until")
                        ? sentence.formatted(again)
                        : changed(row, sentence.formatted(begins) + ", changed: ");
        };
    }

    private static String relation(Map<?, ?> row, String is, String isNot) {
        return switch (action(row)) {
            case "create" -> is;
            case "deactivate" -> isNot;
            case "reactivate" -> is + " again";
            default -> changed(row, is + ", changed: ");
        };
    }

    private static String changed(Map<?, ?> row, String words) {
        var names = columns(row);
        return words + (names.isEmpty() ? "nothing but Clever's own date of change" : String.join(", ", names));
    }

    /** Names of the changed columns that mean something to a person. */
    static List<String> columns(Map<?, ?> row) {
        return rawColumns(row).stream()
                .filter(name -> !BOOKKEEPING.contains(name))
                .toList();
    }

    private static List<String> rawColumns(Map<?, ?> row) {
        @Nullable Object columns = row.get("columns");
        return columns == null || columns.toString().isEmpty()
                ? List.of()
                : Arrays.stream(columns.toString().split(",", -1)).toList();
    }

    private static String action(Map<?, ?> row) {
        return String.valueOf(row.get("action"));
    }

    private static String other(Map<?, ?> row) {
        if (row.get("other") == null) {
            return "";
        }
        var id = row.get("other_id")
                + (row.get("other_clever_id") == null ? "" : " (" + row.get("other_clever_id") + ")");
        return switch (String.valueOf(row.get("other"))) {
            case "school", "section" -> row.get("other_name") == null ? id : row.get("other_name") + ", " + id;
            default -> row.get("other") + " " + id;
        };
    }
}
