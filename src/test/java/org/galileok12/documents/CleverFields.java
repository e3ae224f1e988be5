package org.galileok12.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** What routes/rules/fields.yaml says: which of Clever's fields goes into which column, and which go nowhere. */
final class CleverFields {

    private static final List<String> REFERENCES = List.of("school", "course", "term", "student", "contact");

    private final JsonNode file;

    CleverFields(Path fields) {
        try {
            file = new YAMLMapper().readTree(fields.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + fields, e);
        }
    }

    List<String> tables() {
        return names(file.path("tables"));
    }

    /** Columns of the stage in the order of the file. */
    List<String> columns(String table) {
        return names(file.path("tables").path(table).path("columns"));
    }

    /** A column of the roster that holds our id is made from one that holds Clever's: school_id from school. */
    Optional<String> columnBehind(String table, String rosterColumn) {
        var columns = columns(table);
        if (columns.contains(rosterColumn)) {
            return Optional.of(rosterColumn);
        }
        var name = rosterColumn.replaceFirst("_id$", "");
        return REFERENCES.contains(name) && columns.contains(name) ? Optional.of(name) : Optional.empty();
    }

    /** Pointers into Clever's record, from the record's root. */
    List<String> pointers(String table, String column) {
        var each = file.path("tables").path(table).path("each").asText("");
        var from = node(table, column).isTextual()
                ? node(table, column)
                : node(table, column).path("from");
        var texts = from.isArray()
                ? StreamSupport.stream(from.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of(from.asText());
        return texts.stream()
                .map(text -> text.startsWith("record:") ? text.substring("record:".length()) : each + text)
                .toList();
    }

    String collection(String table) {
        return file.path("tables").path(table).path("collection").asText();
    }

    /** YAML 1.1 reads the word off as false. */
    boolean isOff(String table, String column) {
        var keep = node(table, column).path("keep");
        return keep.asText().equals("off") || (keep.isBoolean() && !keep.asBoolean());
    }

    /** Collection → field → why no column reads it. */
    Map<String, Map<String, String>> leftOut() {
        Map<String, Map<String, String>> all = new TreeMap<>();
        file.path("left_out").properties().forEach(collection -> {
            Map<String, String> reasons = new TreeMap<>();
            collection
                    .getValue()
                    .properties()
                    .forEach(field ->
                            reasons.put(field.getKey(), field.getValue().asText()));
            all.put(collection.getKey(), reasons);
        });
        return all;
    }

    private JsonNode node(String table, String column) {
        return file.path("tables").path(table).path("columns").path(column);
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
