package org.galileok12.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whether docs/sso-cases.md tells the truth; what counts as a finding is tested in {@link FaultMatrixTest}. */
class SsoCasesTest {

    private static final Path CASES = Path.of("..", "shared", "cases", "SSO-CASES.md");
    private static final Path DOCUMENT = Path.of("docs", "sso-cases.md");
    private static final Path TESTS = Path.of("src", "test", "java");

    @Test
    void every_row_names_tests_that_exist_or_is_pending() throws IOException {
        assertThat(matrix().findings()).isEmpty();
    }

    @Test
    void tests_and_rows_have_the_same_numbers() throws IOException {
        assertThat(matrix().misnamed()).isEmpty();
    }

    @Test
    void every_known_case_has_a_row() throws IOException {
        assumeTrue(Files.exists(CASES), "The list of cases is not here: " + CASES);

        assertThat(matrix().missing(Files.readString(CASES))).isEmpty();
    }

    @Test
    void no_number_is_left_out() throws IOException {
        var all = IntStream.rangeClosed(1, 86)
                .mapToObj("| S%02d | x |"::formatted)
                .toList();

        assertThat(matrix().missing(String.join("\n", all))).isEmpty();
    }

    private static CaseMatrix matrix() throws IOException {
        return new CaseMatrix("S", Files.readString(DOCUMENT), TESTS);
    }
}
