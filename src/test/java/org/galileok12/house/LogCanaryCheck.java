package org.galileok12.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs after all tests (pom.xml, execution after-all-tests), so its name keeps it out of the run itself. */
class LogCanaryCheck {

    @Test
    void no_planted_value_is_in_any_log_of_the_test_run() throws IOException {
        var search = new CanarySearch(Canaries.all());
        var findings = new ArrayList<String>();
        for (var file : filesOfThisRun()) {
            findings.addAll(search.findings(file));
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void the_log_of_the_test_run_was_written() {
        assertThat(Path.of("target", "test-run.log")).isNotEmptyFile().content().contains(" INFO ");
    }

    /** Logs, and what the tests printed; reports of earlier runs may lie beside them. */
    private static List<Path> filesOfThisRun() throws IOException {
        var started = TestRun.read(Path.of("target")).started();
        var files = new ArrayList<Path>();
        for (var ending : List.of(".log", ".txt", ".xml")) {
            for (var file : Project.here().files("target", ending)) {
                var isLog = ending.equals(".log") || Project.here().name(file).contains("/surefire-reports/");
                if (isLog && !Files.getLastModifiedTime(file).toInstant().isBefore(started)) {
                    files.add(file);
                }
            }
        }
        return files;
    }
}
