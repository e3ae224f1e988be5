package org.galileok12.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleFileTest {

    @TempDir
    Path folder;

    @Test
    void the_delivered_files_have_no_findings() {
        for (var name : new String[] {"grades.yaml", "fields.yaml", "sharing.yaml"}) {
            assertThat(RuleFile.read(Delivered.RULES.resolve(name)).findings())
                    .as(name)
                    .isEmpty();
        }
    }

    @Test
    void a_key_that_stands_twice_is_a_finding_with_both_lines() throws IOException {
        assertThat(sentences("a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\n"))
                .isEqualTo("rules.yaml:5: 'c' stands twice here, first on line 3.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a: [1, 2        | rules.yaml:2: Not YAML: expected ',' or ']', but got <stream end>.
            a: 1~b: {c: 1}} | rules.yaml:2: Not YAML: expected <block end>, but found '}'.
            ''              | rules.yaml:1: The file is empty.
            a: &x [*x]      | rules.yaml:1: More than 60 levels: an alias refers to itself?
            ? [a]~: 1       | rules.yaml:1: A key must be plain text.
            """)
    void a_broken_file_gives_a_sentence_and_no_exception(String yaml, String finding) throws IOException {
        assertThat(sentences(yaml.replace("~", "\n") + "\n")).isEqualTo(finding);
    }

    @Test
    void a_missing_file_is_a_finding() {
        var file = RuleFile.read(folder.resolve("absent.yaml"), Delivered.json("{}"));

        assertThat(file.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString())
                        .endsWith("absent.yaml: The file is missing or cannot be read as UTF-8."));
        assertThat(file.content().isMissingNode()).isTrue();
    }

    @Test
    void a_missing_schema_is_a_finding() throws IOException {
        var file = RuleFile.read(Files.writeString(folder.resolve("rules.yaml"), "a: 1\n"));

        assertThat(file.findings().toString()).contains("rules.schema.json: The JSON schema is missing or is no JSON.");
    }

    @Test
    void ids_that_look_like_numbers_stay_text() throws IOException {
        var content = read("a: 580000000000000000000123\nb: 580000000000000000000e12\nc: 007\nd: 12\ne: 2012-08-01\n")
                .content();

        assertThat(content.path("a").textValue()).isEqualTo("580000000000000000000123");
        assertThat(content.path("b").textValue()).isEqualTo("580000000000000000000e12");
        assertThat(content.path("c").textValue()).isEqualTo("007");
        assertThat(content.path("d").intValue()).isEqualTo(12);
        assertThat(content.path("e").textValue()).isEqualTo("2012-08-01");
    }

    @Test
    void a_finding_of_the_schema_has_the_line_of_the_value_and_is_english_everywhere() throws IOException {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            var yaml = Files.writeString(folder.resolve("rules.yaml"), "a:\n  - 1\n  - x\n");
            var schema = Delivered.json("{properties: {a: {items: {type: 'integer'}}}}");

            assertThat(RuleFile.read(yaml, schema).findings())
                    .containsExactly(new Finding(yaml, 3, "At /a/1: string found, integer expected."));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void the_line_of_an_absent_value_is_that_of_the_nearest_value_above() throws IOException {
        var file = read("a:\n  b:\n    c: 1\n");

        assertThat(file.line("/a/b/c")).isEqualTo(3);
        assertThat(file.line("/a/b/x/y")).isEqualTo(2);
        assertThat(file.line("/z")).isEqualTo(1);
    }

    private RuleFile read(String yaml) throws IOException {
        return RuleFile.read(Files.writeString(folder.resolve("rules.yaml"), yaml), Delivered.json("{}"));
    }

    private String sentences(String yaml) throws IOException {
        var text = new StringBuilder();
        read(yaml).findings().forEach(finding -> text.append(finding));
        return text.toString().replace(folder + "/", "");
    }
}
