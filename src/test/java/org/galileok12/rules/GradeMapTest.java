package org.galileok12.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GradeMapTest {

    private final GradeMap grades = Delivered.GRADES;

    @ParameterizedTest
    @CsvSource(textBlock = """
            InfantToddler,            PK,  -1, -1
            Preschool,                PK,  -1, -1
            PreKindergarten,          PK,  -1, -1
            TransitionalKindergarten, PK,  -1, -1
            Kindergarten,             K,   0,  0
            1,                        1,   1,  1
            2,                        2,   2,  2
            3,                        3,   3,  3
            4,                        4,   4,  4
            5,                        5,   5,  5
            6,                        6,   6,  6
            7,                        7,   7,  7
            8,                        8,   8,  8
            9,                        9,   9,  9
            10,                       10,  10, 10
            11,                       11,  11, 11
            12,                       12,  12, 12
            13,                       12+, 13, 13
            PostGraduate,             12+, 13, 13
            Other,                    6+,  6,  12
            Ungraded,                 ,    ,
            """)
    void each_of_clevers_grades_has_its_level(
            String raw, @Nullable String label, @Nullable Integer min, @Nullable Integer max) {
        assertThat(grades.grade(raw)).isEqualTo(new Grade(label, min, max));
        assertThat(grades.known(raw)).isTrue();
    }

    @Test
    void a_blank_or_missing_grade_is_known_and_means_no_level() {
        assertThat(grades.grade("")).isEqualTo(Grade.NONE);
        assertThat(grades.grade(null)).isEqualTo(Grade.NONE);
        assertThat(grades.known("")).isTrue();
        assertThat(grades.known(null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", "14", "Grade 9", "K", "6+", " 9"})
    void f33_an_unknown_grade_means_no_level_and_is_told_apart(String raw) {
        assertThat(grades.grade(raw)).isEqualTo(Grade.NONE);
        assertThat(grades.known(raw)).isFalse();
    }

    @Property
    boolean f33_nothing_but_other_is_ever_sixth_grade_or_above(@ForAll String raw) {
        return raw.equals("Other") || !"6+".equals(grades.grade(raw).label());
    }

    @Property
    boolean every_text_has_an_answer_and_its_minimum_is_never_above_its_maximum(@ForAll String raw) {
        var grade = grades.grade(raw);
        return grade.min() == null || grade.max() == null || grade.min() <= grade.max();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Other", "Kindergarten", "12", "Ungraded"})
    void a_file_without_one_of_clevers_grades_is_refused(String grade, @TempDir Path folder) {
        var without = Delivered.delivered("grades.yaml").replaceAll("(?m)^  " + grade + ":.*\n", "");

        assertThatThrownBy(() -> GradeMap.load(Delivered.variant(folder, "grades.yaml", without)))
                .isInstanceOf(BrokenRules.class)
                .hasMessage(folder.resolve("grades.yaml") + ":11: Clever's grade '" + grade
                        + "' is missing; give it a level, or {} for none.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {label: 6+, min: 12, max: 6}  | Grade 'Other' has min 12 above max 6.
            {label: 6+, min: 6}           | At /grades/Other: has a missing property 'max' which is dependent required because 'label' is present.
            {label: 6+, min: six, max: 9} | At /grades/Other/min: string found, integer expected.
            {label: 6+, low: 6, max: 9}   | At /grades/Other: property 'low' is not defined in the schema
            """)
    void a_wrong_level_is_refused_with_its_line(String level, String sentence, @TempDir Path folder) {
        var wrong = Delivered.delivered("grades.yaml").replaceAll("(?m)^  Other:.*$", "  Other: " + level);

        assertThatThrownBy(() -> GradeMap.load(Delivered.variant(folder, "grades.yaml", wrong)))
                .isInstanceOf(BrokenRules.class)
                .hasMessageContaining("grades.yaml:31: " + sentence);
    }
}
