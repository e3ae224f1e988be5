package org.galileok12.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The delivered rules, variants of them in a folder of the test's own, and records in easy JSON. */
final class Delivered {

    static final Path RULES = Path.of("routes/rules");
    static final GradeMap GRADES = GradeMap.load(RULES.resolve("grades.yaml"));
    static final FieldRules FIELDS = FieldRules.load(RULES.resolve("fields.yaml"), GRADES);

    static final String DISTRICT = "58da8a43cc70ab00017a1a87";
    static final String AMY = "58da8c63d7dc0ca0680003ed";
    static final String PINE = "58da8c58155b940248000007";
    static final String OAK = "58da8c58155b940248000008";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .build();

    private Delivered() {}

    /** Single quotes and bare field names are fine. */
    static JsonNode json(String easy) {
        try {
            return JSON.readTree(easy);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not JSON: " + easy, e);
        }
    }

    /** Writes a rules file of this name, with the delivered schema beside it. */
    static Path variant(Path folder, String name, String yaml) {
        try {
            var schema = name.replace(".yaml", ".schema.json");
            Files.copy(RULES.resolve(schema), folder.resolve(schema), StandardCopyOption.REPLACE_EXISTING);
            return Files.writeString(folder.resolve(name), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException("The test's own folder cannot be written.", e);
        }
    }

    static String delivered(String name) {
        try {
            return Files.readString(RULES.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("The delivered file " + name + " cannot be read.", e);
        }
    }

    static RecordRows rows(String collection, String record) {
        return FIELDS.rows(DISTRICT, collection, json(record));
    }

    /** The only row of a table, by column name. */
    static Map<String, @Nullable String> row(RecordRows rows, String table) {
        return row(FIELDS, rows, table);
    }

    static Map<String, @Nullable String> row(FieldRules fields, RecordRows rows, String table) {
        var of = rows.rows().stream().filter(row -> row.table().equals(table)).toList();
        if (of.size() != 1) {
            throw new AssertionError(of.size() + " rows of " + table + " instead of one.");
        }
        var named = new LinkedHashMap<String, @Nullable String>();
        var names = fields.columns().get(table);
        for (var i = 0; names != null && i < names.size(); i++) {
            named.put(names.get(i), of.get(0).values()[i]);
        }
        return named;
    }
}
