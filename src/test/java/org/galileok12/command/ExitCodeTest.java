package org.galileok12.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.galileok12.run.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitCodeTest {

    @ParameterizedTest
    @CsvSource({
        "DONE, 0",
        "DONE INCOMPLETE, 0",
        "DONE SKIPPED, 0",
        "SKIPPED SKIPPED, 3",
        "SKIPPED HELD DONE, 2",
        "HELD FAILED DONE, 1"
    })
    void of_all_districts_the_worst_decides_but_skipped_only_if_all_were(String outcomes, int exitCode) {
        List<Outcome> all = Stream.of(outcomes.split(" ")).map(Outcome::valueOf).toList();

        assertThat(ExitCode.of(all)).isEqualTo(exitCode);
    }
}
