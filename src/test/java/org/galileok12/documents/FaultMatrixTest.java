package org.galileok12.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultMatrixTest {

    private static final Path CASES = Path.of("..", "shared", "cases", "SYNC-CASES.md");

    @TempDir
    Path folder = Path.of("");

    @Test
    void every_row_of_the_matrix_names_tests_that_exist_or_is_pending_with_reason() throws IOException {
        assertThat(here().findings()).isEmpty();
    }

    @Test
    void every_known_case_has_a_row() throws IOException {
        assumeTrue(Files.exists(CASES), "The list of cases is not here: " + CASES);

        assertThat(here().missing(Files.readString(CASES))).isEmpty();
    }

    @Test
    void a_good_row_passes() throws IOException {
        assertThat(matrix("| F01 | It breaks | It holds | `GoodTest#f01`, `GoodTest` |")
                        .findings())
                .isEmpty();
    }

    @Test
    void a_class_or_a_method_that_does_not_exist_is_found() throws IOException {
        assertThat(matrix("| F01 | It breaks | It holds | `GoneTest#f01` `GoodTest#f99` |")
                        .findings())
                .containsExactly("F01: there is no class GoneTest", "F01: no test of GoodTest begins with f99");
    }

    @Test
    void a_number_that_comes_twice_is_found() throws IOException {
        assertThat(matrix("| F01 | It breaks | It holds | `GoodTest` |\n| F01 | Again | It holds | `GoodTest` |")
                        .findings())
                .containsExactly("F01: comes twice");
    }

    @Test
    void an_empty_cell_and_a_row_without_a_test_are_found() throws IOException {
        assertThat(matrix("| F01 | | It holds | `GoodTest` |\n| F02 | It breaks | It holds | later |")
                        .findings())
                .containsExactly(
                        "F01: must have four cells, each with something in it",
                        "F02: names no test, and is not pending either");
    }

    @Test
    void a_pending_case_that_has_a_test_is_found() throws IOException {
        assertThat(matrix("| F01 | It breaks | pending | pending |\n| F02 | It breaks | pending | pending |")
                        .findings())
                .containsExactly("F01: is pending, but there is GoodTest#f01_it_holds");
    }

    @Test
    void a_row_and_a_test_of_another_number_are_found() throws IOException {
        assertThat(matrix("| F01 | It breaks | It holds | `GoodTest#f01` |").misnamed())
                .isEmpty();
        assertThat(matrix("| F01 | It breaks | It holds | `GoodTest` |").misnamed())
                .containsExactly("F01: its first test does not begin with f01_");
        assertThat(matrix("| F02 | It breaks | It holds | `GoodTest#f01` |").misnamed())
                .containsExactly(
                        "F02: its first test does not begin with f02_",
                        "GoodTest#f01_it_holds: the row of its number does not name it");
    }

    @Test
    void a_case_without_a_row_is_found() throws IOException {
        assertThat(matrix("| F01 | It breaks | It holds | `GoodTest` |").missing("| F01 | a |\n| F02 | b |"))
                .containsExactly("F02");
    }

    private static CaseMatrix here() throws IOException {
        return new CaseMatrix(
                "F", Files.readString(Path.of("docs", "fault-matrix.md")), Path.of("src", "test", "java"));
    }

    private CaseMatrix matrix(String rows) throws IOException {
        Files.writeString(
                folder.resolve("GoodTest.java"), "class GoodTest {\n    @Test\n    void f01_it_holds() {}\n}\n");
        return new CaseMatrix("F", rows, folder);
    }
}
