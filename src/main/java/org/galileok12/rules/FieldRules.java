package org.galileok12.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides which of Clever's fields are kept, and turns a record into the rows to stage, or refuses it as a {@link BadRecord}.
 *
 * <p>Absent, null and "" are the same, and so is an empty list. Fields that no column names are ignored. Read from
 * {@code fields.yaml}: a new column there needs no Java. Immutable and safe to share between routes.
 */
public final class FieldRules {

    private final Map<String, List<StagedTable>> tablesByCollection;
    private final Map<String, List<String>> columns;

    private FieldRules(List<StagedTable> tables) {
        tablesByCollection = tables.stream().collect(Collectors.groupingBy(StagedTable::collection));
        var names = new LinkedHashMap<String, List<String>>();
        tables.forEach(table -> names.put(
                table.name(), table.columns().stream().map(Column::name).toList()));
        columns = Collections.unmodifiableMap(names);
    }

    /** Throws {@link BrokenRules} for an unknown table or type, a column that stands twice, or a pointer that is none. */
    public static FieldRules load(Path file, GradeMap grades) {
        return new FieldRules(new FieldsFile(RuleFile.read(file), grades).tables());
    }

    /** Staged table → its columns, both in the order of the file. The values of a {@link Row} have the same order. */
    public Map<String, List<String>> columns() {
        return columns;
    }

    /** All rows of a record, whatever its roles. */
    public RecordRows rows(String district, String collection, JsonNode record) {
        return rows(district, collection, record, Set.of());
    }

    /**
     * The rows of one record of a collection ({@code schools}, {@code terms}, {@code courses}, {@code users},
     * {@code sections}). Roles in {@code withoutRoles} are treated as if Clever had not sent them.
     */
    public RecordRows rows(String district, String collection, JsonNode record, Set<String> withoutRoles) {
        var tables = tablesByCollection.get(collection);
        if (tables == null) {
            throw new IllegalArgumentException("No table in fields.yaml reads the collection '" + collection + "'.");
        }
        var reading = new Reading(id(record));
        refuseOtherDistrict(district, record, reading);
        var shared = withoutRoles.isEmpty() ? record : without(withoutRoles, record);
        var rows = new ArrayList<Row>(tables.size());
        for (var i = 0; i < tables.size(); i++) {
            tables.get(i).read(shared, reading, rows);
        }
        var cleverId = record.path("id").textValue();
        return new RecordRows(cleverId, rows, reading.nulsRemoved, reading.unknownValues, reading.valuesDropped);
    }

    private static String id(JsonNode record) {
        if (!record.isObject()) {
            throw new BadRecord(null, BadRecord.NOT_AN_OBJECT, "");
        }
        var id = record.path("id");
        if (!Source.present(id) || (id.isTextual() && id.textValue().isBlank())) {
            throw new BadRecord(null, BadRecord.ID_MISSING, "/id");
        }
        if (!CleverId.wellFormed(id)) {
            throw new BadRecord(null, BadRecord.ID_MALFORMED, "/id");
        }
        return id.textValue();
    }

    private static void refuseOtherDistrict(String district, JsonNode record, Reading reading) {
        var named = record.path("district");
        if (!Source.present(named)) {
            return;
        }
        if (!named.isTextual()) {
            throw reading.rejected(BadRecord.WRONG_TYPE, "/district");
        }
        if (!district.equals(named.textValue())) {
            throw reading.rejected(BadRecord.OTHER_DISTRICT, "/district");
        }
    }

    private static JsonNode without(Set<String> roles, JsonNode record) {
        if (!(record.path("roles") instanceof ObjectNode all)) {
            return record;
        }
        var rest = JsonNodeFactory.instance.objectNode();
        rest.setAll(all);
        rest.remove(roles);
        var copy = JsonNodeFactory.instance.objectNode();
        copy.setAll((ObjectNode) record);
        copy.set("roles", rest);
        return copy;
    }
}
