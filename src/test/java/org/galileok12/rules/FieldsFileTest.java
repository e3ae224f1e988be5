package org.galileok12.rules;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.galileok12.rules.Delivered.GRADES;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldsFileTest {

    private static final String FILE = """
            tables:
              course:
                collection: courses
                columns:
                  clever_id: {from: /id, type: id, required: true}
                  name: /name
                  number: /number
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            number: /number  | numer: number                                     | 7 | At /tables/course/columns/numer: does not match the regex pattern
            number: /number  | number: {from: /number, type: txt}                | 7 | At /tables/course/columns/number/type: does not have a value in the enumeration
            number: /number  | number: {form: /number}                           | 7 | At /tables/course/columns/number: required property 'from' not found.
            number: /number  | name: /number                                     | 7 | 'name' stands twice here, first on line 6.
            number: /number  | Number: /number                                   | 7 | At /tables/course/columns
            number: /number  | number: /a~2                                      | 7 | At /tables/course/columns/number: does not match the regex pattern
            number: /number  | district_id: /number                              | 7 | Column 'district_id' is written by the stage itself; take another name.
            number: /number  | number: {from: /n, required: true, on_bad: drop}  | 7 | Column 'number' is required, so a bad value cannot be dropped.
            number: /number  | number: {from: /n, required: true, keep: off}     | 7 | Column 'number' is required, so it must be kept.
            course:          | courze:                                           | 2 | At /tables: property 'courze' is not defined in the schema
            course:          | {course:                                          | 3 | Not YAML:
            courses          | classes                                           | 3 | At /tables/course/collection: does not have a value in the enumeration
            columns:         | columnz:                                          | 2 | At /tables/course: required property 'columns' not found.
            """)
    void a_mistake_is_refused_with_one_sentence_and_its_line(String right, String wrong, int line, String sentence) {
        var broken = FILE.replaceFirst("(?<=[ ])" + right, wrong);

        assertThatThrownBy(() -> load(broken))
                .isInstanceOf(BrokenRules.class)
                .hasMessageContaining(folder.resolve("fields.yaml") + ":" + line + ": " + sentence);
    }

    @Test
    void when_and_each_do_not_go_together() {
        var both = FILE.replace("    columns:", "    when: /a\n    each: /b\n    columns:");

        assertThatThrownBy(() -> load(both))
                .hasMessageContaining("fields.yaml:5: Table 'course' has both 'when' and 'each'; keep one.");
    }

    private void load(String yaml) {
        FieldRules.load(Delivered.variant(folder, "fields.yaml", yaml), GRADES);
    }
}
