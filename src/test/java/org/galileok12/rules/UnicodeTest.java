package org.galileok12.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.galileok12.rules.Delivered.AMY;
import static org.galileok12.rules.Delivered.DISTRICT;
import static org.galileok12.rules.Delivered.FIELDS;
import static org.galileok12.rules.Delivered.GRADES;
import static org.galileok12.rules.Delivered.row;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnicodeTest {

    private static final JsonMapper ESCAPING =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    @Property
    void f37_any_text_survives_but_for_nuls_and_lone_surrogates(@ForAll("anyUtf16") String sent) {
        var rows = course(sent);
        var utf8 = new String(sent.getBytes(StandardCharsets.UTF_16), StandardCharsets.UTF_16).replace("\0", "");

        assertThat(row(rows, "course")).containsEntry("name", utf8.isEmpty() ? null : utf8);
        assertThat(rows.nulsRemoved())
                .isEqualTo((int) sent.chars().filter(c -> c == 0).count());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"O'Neil", "Zoë", "Ze\u0301lie", "李小龍", "שָׁלוֹם", "👩‍🏫👍🏽", "\u202Eabc", "a\tb\nc", " ", "\\N"
            })
    void f37_names_of_the_world_survive_exactly(String name) {
        assertThat(row(course(name), "course")).containsEntry("name", name);
    }

    @Test
    void f37_ten_thousand_characters_are_not_cut() {
        assertThat(row(course("ß".repeat(10_000)), "course")).containsEntry("name", "ß".repeat(10_000));
    }

    @Test
    void f37_nuls_are_removed_and_counted_and_nothing_but_nuls_is_nothing() {
        assertThat(course("A\0B\0").nulsRemoved()).isEqualTo(2);
        assertThat(row(course("A\0B\0"), "course")).containsEntry("name", "AB");
        assertThat(row(course("\0"), "course")).containsEntry("name", null);
    }

    @Test
    void f37_objects_kept_as_json_are_cleaned_in_keys_and_values(@TempDir Path folder) {
        var on = Delivered.delivered("fields.yaml").replace("keep: off", "keep: on");
        var fields = FieldRules.load(Delivered.variant(folder, "fields.yaml", on), GRADES);
        var record = Delivered.json(
                "{id: '%s', ext: {'a\\u0000b': ['\\ud800', {c: 'x\\u0000'}], d: 1.5, e: '\\\\u0000'}}".formatted(AMY));

        var rows = fields.rows(DISTRICT, "sections", record);

        assertThat(row(fields, rows, "section"))
                .containsEntry("ext", "{\"ab\":[\"\uFFFD\",{\"c\":\"x\"}],\"d\":1.5,\"e\":\"\\\\u0000\"}");
        assertThat(rows.nulsRemoved()).isEqualTo(2);
    }

    @Provide
    Arbitrary<String> anyUtf16() {
        var odd = Arbitraries.of('\0', '\uD83D', '\uDC4D', '\uFFFF', '"', '\\', '\u0301');
        return Arbitraries.oneOf(
                Arbitraries.strings().all(),
                Arbitraries.oneOf(odd, Arbitraries.chars().all())
                        .array(char[].class)
                        .map(String::new));
    }

    /** Through JSON as it comes over the wire; escapes are the only way to write a lone surrogate. */
    private static RecordRows course(@Nullable String name) {
        try {
            var bytes = ESCAPING.writeValueAsBytes(Map.of("id", AMY, "name", name == null ? "" : name));
            return FIELDS.rows(DISTRICT, "courses", ESCAPING.readTree(bytes));
        } catch (IOException e) {
            throw new IllegalArgumentException("Not to be written as JSON and read back.", e);
        }
    }
}
