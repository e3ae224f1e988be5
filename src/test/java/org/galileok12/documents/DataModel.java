package org.galileok12.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the generated parts of docs/data-model.md. */
final class DataModel {

    /** Columns that mean the same in every table; the document explains them at length. */
    private static final Map<String, String> SHARED = Map.of(
            "district_id", "our key of the district",
            "id", "our id, stable for life",
            "clever_id", "Clever's id; none for rows made by hand",
            "origin", "`clever` or `manual`",
            "active", "false once gone from Clever",
            "first_synced_at", "when a sync first wrote the row",
            "changed_at", "when a sync last changed the row",
            "deactivated_at", "when it was switched off",
            "created_run", "the run that made it");

    private final Catalog catalog;
    private final CleverFields fields;

    DataModel(Catalog catalog, CleverFields fields) {
        this.catalog = catalog;
        this.fields = fields;
    }

    /** Name of the part → its text. */
    Map<String, String> parts() {
        return Map.of(
                "galileo",
                tables("galileo"),
                "sync",
                tables("sync"),
                "sso",
                tables("sso"),
                "stage",
                listing("stage"),
                "off by default",
                offByDefault(),
                "left out",
                leftOut());
    }

    /** Columns of the roster about which neither fields.yaml nor a comment says anything. */
    List<String> unexplained() {
        return catalog.relations("galileo", "r").stream()
                .flatMap(table -> catalog.columns("galileo", table).stream()
                        .filter(column -> meaning(table, column).isEmpty()
                                && field("galileo", table, column).isEmpty())
                        .map(column -> "galileo." + table + "." + column.name()))
                .toList();
    }

    private String tables(String schema) {
        return Stream.concat(
                        catalog.relations(schema, "rp").stream().map(table -> table(schema, table)),
                        catalog.relations(schema, "v").stream().map(view -> view(schema, view)))
                .collect(Collectors.joining("\n"));
    }

    private String view(String schema, String name) {
        return "### %s.%s (view)%n%n%s%n".formatted(schema, name, catalog.comment(schema, name));
    }

    private String table(String schema, String table) {
        var lines = new ArrayList<String>();
        lines.add("### " + schema + "." + table);
        lines.add("");
        lines.add(catalog.comment(schema, table));
        lines.add("");
        lines.add(
                schema.equals("galileo")
                        ? "| Column | Type | Clever's field | Meaning |"
                        : "| Column | Type | Meaning |");
        lines.add(schema.equals("galileo") ? "|---|---|---|---|" : "|---|---|---|");
        for (var column : catalog.columns(schema, table)) {
            var field = schema.equals("galileo") ? field(schema, table, column).orElse("") + " | " : "";
            lines.add("| `%s` | %s | %s%s |"
                    .formatted(
                            column.name(),
                            column.type(),
                            field,
                            meaning(table, column).orElse("")));
        }
        lines.add("");
        catalog.rules(schema, table).forEach(rule -> lines.add("- `" + rule + "`"));
        return String.join("\n", lines) + "\n";
    }

    private Optional<String> meaning(String table, Catalog.TableColumn column) {
        var words = new ArrayList<String>();
        if (!column.comment().isEmpty()) {
            words.add(column.comment());
        } else if (SHARED.containsKey(column.name())) {
            words.add(SHARED.get(column.name()));
        }
        fields.columnBehind(table, column.name())
                .filter(behind -> fields.isOff(table, behind))
                .ifPresent(behind -> words.add("**off** by default"));
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", words));
    }

    private Optional<String> field(String schema, String table, Catalog.TableColumn column) {
        return fields.columnBehind(table, column.name())
                .map(behind -> fields.collection(table) + " "
                        + fields.pointers(table, behind).stream()
                                .map(pointer -> "`" + pointer + "`")
                                .collect(Collectors.joining(", else ")));
    }

    private String listing(String schema) {
        return Stream.concat(
                        catalog.relations(schema, "rp").stream().map(table -> listed(schema, table, "")),
                        catalog.relations(schema, "v").stream().map(view -> listed(schema, view, " (view)")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private String listed(String schema, String table, String kind) {
        var comment = catalog.comment(schema, table);
        return "- `" + schema + "." + table + "`" + kind + (comment.isEmpty() ? "" : ": " + comment) + " Columns: "
                + catalog.columns(schema, table).stream()
                        .map(column -> column.name() + " " + column.type())
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private String offByDefault() {
        var lines = new ArrayList<>(List.of("| Table | Columns |", "|---|---|"));
        for (var table : fields.tables()) {
            var off = fields.columns(table).stream()
                    .filter(column -> fields.isOff(table, column))
                    .map(column -> "`" + column + "`")
                    .toList();
            if (!off.isEmpty()) {
                lines.add("| `" + table + "` | " + String.join(", ", off) + " |");
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private String leftOut() {
        var lines = new ArrayList<>(List.of("| Clever's field | Why it is left out |", "|---|---|"));
        fields.leftOut()
                .forEach((collection, reasons) -> reasons.forEach(
                        (field, reason) -> lines.add("| " + collection + " `" + field + "` | " + reason + " |")));
        return String.join("\n", lines) + "\n";
    }
}
