package org.galileok12.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The types that a column in {@code fields.yaml} can have. Immutable. */
final class ValueTypes {

    private final Map<String, ValueType> types;

    ValueTypes(GradeMap grades) {
        types = Map.ofEntries(
                Map.entry("text", ValueTypes::text),
                Map.entry("texts", ValueTypes::texts),
                Map.entry("id", ValueTypes::id),
                Map.entry("ids", ValueTypes::ids),
                Map.entry("date", ValueTypes::date),
                Map.entry("timestamp", ValueTypes::timestamp),
                Map.entry("yesno", ValueTypes::yesNo),
                Map.entry("boolean", ValueTypes::bool),
                Map.entry("json", ValueTypes::json),
                Map.entry("json-list", ValueTypes::jsonList),
                Map.entry("grade-label", (value, reading) -> gradeLabel(value, reading, grades)),
                Map.entry("grade-min", (value, reading) -> gradeBound(value, reading, grades, Grade::min)),
                Map.entry("grade-max", (value, reading) -> gradeBound(value, reading, grades, Grade::max)));
    }

    Set<String> names() {
        return types.keySet();
    }

    @Nullable ValueType named(String name) {
        return types.get(name);
    }

    private static @Nullable String text(JsonNode value, Reading reading) {
        if (!value.isTextual()) {
            return reading.bad(BadRecord.WRONG_TYPE);
        }
        var text = CleanText.of(value.textValue(), reading);
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String texts(JsonNode value, Reading reading) {
        if (!value.isArray()) {
            return reading.bad(BadRecord.WRONG_TYPE);
        }
        var array = new StringBuilder("{");
        for (var i = 0; i < value.size(); i++) {
            var item = value.get(i);
            if (Source.present(item)) {
                if (!item.isTextual()) {
                    return reading.bad(BadRecord.WRONG_TYPE, i);
                }
                var text = CleanText.of(item.textValue(), reading);
                var escaped = text.replace("\\", "\\\\").replace("\"", "\\\"");
                array.append(array.length() > 1 ? ",\"" : "\"").append(escaped).append('"');
            }
        }
        return array.length() > 1 ? array.append('}').toString() : null;
    }

    private static @Nullable String id(JsonNode value, Reading reading) {
        if (!value.isTextual()) {
            return reading.bad(BadRecord.WRONG_TYPE);
        }
        return CleverId.wellFormed(value) ? value.textValue() : reading.bad(BadRecord.REFERENCE_MALFORMED);
    }

    private static @Nullable String ids(JsonNode value, Reading reading) {
        if (!value.isArray()) {
            return reading.bad(BadRecord.WRONG_TYPE);
        }
        var array = new StringBuilder(value.size() * 25 + 1).append('{');
        for (var i = 0; i < value.size(); i++) {
            var item = value.get(i);
            if (Source.present(item)) {
                if (!CleverId.wellFormed(item)) {
                    return reading.bad(item.isTextual() ? BadRecord.REFERENCE_MALFORMED : BadRecord.WRONG_TYPE, i);
                }
                array.append(item.textValue()).append(',');
            }
        }
        if (array.length() == 1) {
            return null;
        }
        array.setCharAt(array.length() - 1, '}');
        return array.toString();
    }

    private static @Nullable String date(JsonNode value, Reading reading) {
        if (!value.isTextual()) {
            return reading.bad(BadRecord.WRONG_TYPE);
        }
        var date = CleverTime.date(value.textValue());
        return date == null ? reading.bad(BadRecord.DATE_MALFORMED) : date;
    }

    private static @Nullable String timestamp(JsonNode value, Reading reading) {
        if (!value.isTextual()) {
            return reading.bad(BadRecord.WRONG_TYPE);
        }
        var timestamp = CleverTime.timestamp(value.textValue());
        return timestamp == null ? reading.bad(BadRecord.TIMESTAMP_MALFORMED) : timestamp;
    }

    private static @Nullable String yesNo(JsonNode value, Reading reading) {
        if (!value.isTextual()) {
            return bool(value, reading);
        }
        return switch (value.textValue()) {
            case "Y", "y", "true" -> "t";
            case "N", "n", "false" -> "f";
            default -> {
                reading.unknownValues++;
                yield null;
            }
        };
    }

    private static @Nullable String bool(JsonNode value, Reading reading) {
        if (!value.isBoolean()) {
            return reading.bad(BadRecord.WRONG_TYPE);
        }
        return value.booleanValue() ? "t" : "f";
    }

    private static @Nullable String json(JsonNode value, Reading reading) {
        if (!value.isObject()) {
            return reading.bad(BadRecord.WRONG_TYPE);
        }
        return value.isEmpty() ? null : CleanText.of(value, reading).toString();
    }

    private static @Nullable String jsonList(JsonNode value, Reading reading) {
        if (!value.isArray()) {
            return reading.bad(BadRecord.WRONG_TYPE);
        }
        for (var i = 0; i < value.size(); i++) {
            if (!value.get(i).isObject()) {
                return reading.bad(BadRecord.WRONG_TYPE, i);
            }
        }
        return value.isEmpty() ? null : CleanText.of(value, reading).toString();
    }

    private static @Nullable String gradeLabel(JsonNode value, Reading reading, GradeMap grades) {
        if (!value.isTextual()) {
            return reading.bad(BadRecord.WRONG_TYPE);
        }
        if (!grades.known(value.textValue())) {
            reading.unknownValues++;
        }
        return grades.grade(value.textValue()).label();
    }

    private static @Nullable String gradeBound(
            JsonNode value, Reading reading, GradeMap grades, Function<Grade, @Nullable Integer> bound) {
        if (!value.isTextual()) {
            return reading.bad(BadRecord.WRONG_TYPE);
        }
        var number = bound.apply(grades.grade(value.textValue()));
        return number == null ? null : number.toString();
    }
}
