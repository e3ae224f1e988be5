package org.galileok12.district;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Timestamp;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes JSON of a row that a statement wants shown: every column by its name, in the spelling of JSON. */
final class Shown {

    private Shown() {}

    static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode of(Map<String, Object> row) {
        var shown = nothing();
        row.forEach((column, value) -> put(shown, name(column), value));
        return shown;
    }

    private static void put(ObjectNode shown, String name, @Nullable Object value) {
        if (value == null) {
            shown.putNull(name);
        } else if (value instanceof Boolean flag) {
            shown.put(name, flag);
        } else if (value instanceof Number number) {
            shown.put(name, number.longValue());
        } else if (value instanceof Timestamp moment) {
            shown.put(name, moment.toInstant().toString());
        } else {
            shown.put(name, value.toString());
        }
    }

    /** {@code last_run_at} becomes {@code lastRunAt}. */
    private static String name(String column) {
        var name = new StringBuilder();
        for (var part : column.split("_")) {
            name.append(name.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return name.toString();
    }
}
