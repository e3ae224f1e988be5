package org.galileok12.rules;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.galileok12.rules.StagedTable.Shape;

/** Reads {@code fields.yaml} into compiled tables, and collects every mistake before it refuses the file. Used once. */
final class FieldsFile {

    /** The stage writes these itself, beside the columns of the file. */
    private static final Set<String> RESERVED = Set.of("district_id", "only_if");

    private static final Set<String> DROPPED_BY_DEFAULT = Set.of("date", "timestamp");
    private static final String RECORD = "record:";

    private final RuleFile file;
    private final JsonNode tables;
    private final ValueTypes types;
    private final List<Finding> findings = new ArrayList<>();

    FieldsFile(RuleFile file, GradeMap grades) {
        this.file = file;
        this.tables = file.valid().path("tables");
        this.types = new ValueTypes(grades);
    }

    List<StagedTable> tables() {
        var staged = new ArrayList<StagedTable>();
        tables.properties().forEach(entry -> staged.add(table(entry.getKey(), entry.getValue())));
        if (!findings.isEmpty()) {
            throw new BrokenRules(findings);
        }
        return List.copyOf(staged);
    }

    private StagedTable table(String name, JsonNode table) {
        var where = "/tables/" + name;
        if (table.has("when") && table.has("each")) {
            findings.add(file.finding(where + "/each", "Table '" + name + "' has both 'when' and 'each'; keep one."));
        }
        var shape = table.has("each") ? Shape.ITEMS : table.has("when") ? Shape.OBJECT : Shape.RECORD;
        var key = shape == Shape.ITEMS ? "each" : "when";
        var at = table.path(key).asText("");
        var columns = new ArrayList<Column>();
        table.path("columns").properties().forEach(entry -> {
            var place = where + "/columns/" + entry.getKey();
            columns.add(column(entry.getKey(), entry.getValue(), place, shape, at));
        });
        return new StagedTable(
                name,
                table.path("collection").asText(),
                shape,
                at,
                JsonPointer.compile(at),
                table.path("required").asBoolean(false),
                List.copyOf(columns),
                shape == Shape.OBJECT ? rolesBelow(at, table.path("collection").asText()) : Set.of());
    }

    private Column column(String name, JsonNode column, String where, Shape shape, String at) {
        if (RESERVED.contains(name)) {
            findings.add(
                    file.finding(where, "Column '" + name + "' is written by the stage itself; take another name."));
        }
        var typeName = column.path("type").asText("text");
        var type = types.named(typeName);
        if (type == null) {
            findings.add(file.finding(where + "/type", "Type '" + typeName + "' is none of " + types.names() + "."));
            type = (value, reading) -> null;
        }
        var required = column.path("required").asBoolean(false);
        var drops = column.has("on_bad")
                ? column.path("on_bad").asText().equals("drop")
                : !required && DROPPED_BY_DEFAULT.contains(typeName);
        if (required && drops) {
            findings.add(file.finding(
                    where + "/on_bad", "Column '" + name + "' is required, so a bad value cannot be dropped."));
        }
        var kept = column.path("keep").asBoolean(true);
        if (required && !kept) {
            findings.add(file.finding(where + "/keep", "Column '" + name + "' is required, so it must be kept."));
        }
        return new Column(name, sources(column, shape, at), type, kept, required, drops);
    }

    private static List<Source> sources(JsonNode column, Shape shape, String at) {
        var from = column.isTextual() ? column : column.path("from");
        var sources = new ArrayList<Source>();
        if (from.isArray()) {
            from.forEach(pointer -> sources.add(source(pointer.asText(), shape, at)));
        } else {
            sources.add(source(from.asText(), shape, at));
        }
        return List.copyOf(sources);
    }

    /** Pointers beneath {@code when} are cut there, so that a record is not walked from its root for every column. */
    private static Source source(String written, Shape shape, String at) {
        var pointer = written.startsWith(RECORD) ? written.substring(RECORD.length()) : written;
        if (shape == Shape.ITEMS && !written.startsWith(RECORD)) {
            return new Source(pointer, false, JsonPointer.compile(pointer));
        }
        if (shape == Shape.OBJECT && pointer.startsWith(at + "/")) {
            return new Source(pointer, false, JsonPointer.compile(pointer.substring(at.length())));
        }
        return new Source(pointer, true, JsonPointer.compile(pointer));
    }

    /** The names directly beneath {@code at} for which the file has tables: the roles of a user. */
    private Set<String> rolesBelow(String at, String collection) {
        var names = new HashSet<String>();
        for (JsonNode table : tables) {
            var below = table.path("when").asText("");
            if (below.startsWith(at + "/") && table.path("collection").asText().equals(collection)) {
                names.add(below.substring(at.length() + 1));
            }
        }
        return Set.copyOf(names);
    }
}
