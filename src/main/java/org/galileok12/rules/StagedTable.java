package org.galileok12.rules;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of one staged table a record becomes. Immutable.
 *
 * @param shape whether a row is made of the record, of an object in it, or of each item of a list in it
 * @param at JSON pointer to that object or list; empty for the record itself
 * @param required whether a record without the object at {@code at} is rejected
 * @param roles for the table whose object holds one object per role: the roles that have tables of their own
 */
record StagedTable(
        String name,
        String collection,
        Shape shape,
        String at,
        JsonPointer path,
        boolean required,
        List<Column> columns,
        Set<String> roles) {

    enum Shape {
        RECORD,
        OBJECT,
        ITEMS
    }

    void read(JsonNode record, Reading reading, List<Row> rows) {
        var found = record.at(path);
        if (!Source.present(found)) {
            if (required) {
                throw reading.rejected(BadRecord.MISSING, at);
            }
            return;
        }
        if (shape == Shape.ITEMS) {
            readItems(record, found, reading, rows);
            return;
        }
        if (!found.isObject()) {
            throw reading.rejected(BadRecord.WRONG_TYPE, at);
        }
        countUnknownRoles(found, reading);
        reading.at(at, -1);
        rows.add(row(record, found, reading));
    }

    private void readItems(JsonNode record, JsonNode list, Reading reading, List<Row> rows) {
        if (!list.isArray()) {
            throw reading.rejected(BadRecord.WRONG_TYPE, at);
        }
        for (var i = 0; i < list.size(); i++) {
            if (!list.get(i).isObject()) {
                throw reading.rejected(BadRecord.WRONG_TYPE, at + "/" + i);
            }
            reading.at(at, i);
            rows.add(row(record, list.get(i), reading));
        }
    }

    private Row row(JsonNode record, JsonNode base, Reading reading) {
        @Nullable String[] values = new String[columns.size()];
        for (var i = 0; i < values.length; i++) {
            values[i] = columns.get(i).read(record, base, reading);
        }
        return new Row(name, values);
    }

    private void countUnknownRoles(JsonNode found, Reading reading) {
        if (!roles.isEmpty()) {
            for (var names = found.fieldNames(); names.hasNext(); ) {
                if (!roles.contains(names.next())) {
                    reading.unknownValues++;
                }
            }
        }
    }
}
