package org.galileok12.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class CanarySearchTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void every_canary_is_found_wherever_it_sits() throws IOException {
        for (var value : Canaries.all().values()) {
            assertThat(findings("first line\n2026 INFO page of " + value + ", kept"))
                    .hasSize(1);
            assertThat(findings("GRADE OF " + value.toUpperCase(Locale.ROOT))).hasSize(1);
        }
    }

    @Test
    void a_canary_in_an_encoded_pair_of_credentials_is_found() throws IOException {
        for (var name : List.of("a", "ab", "abc", "abcd")) {
            var pair = (name + ":" + Canaries.CLIENT_SECRET + ":tail").getBytes(StandardCharsets.UTF_8);

            assertThat(findings("Authorization: Basic " + Base64.getEncoder().encodeToString(pair)))
                    .hasSize(1);
        }
    }

    @Test
    void a_canary_in_an_address_is_found() throws IOException {
        assertThat(findings("GET /v3.1/users?email=canary.zzyzx%40canary.example"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "INFO 200 students of district 4fd43cc56d11340000000005", "canary"})
    void a_clean_log_has_no_finding(String text) throws IOException {
        assertThat(findings(text)).isEmpty();
    }

    @Test
    void a_finding_names_the_place_and_does_not_repeat_the_value() throws IOException {
        assertThat(findings("one\ntwo " + Canaries.TOKEN))
                .singleElement()
                .asString()
                .endsWith("run.log:2: holds canary TOKEN");
    }

    @Test
    void what_is_logged_reaches_the_file_that_is_searched() throws IOException {
        LoggerFactory.getLogger("org.galileok12.house.probe").debug("a line for the log's own test: {}", 20_261_124);

        assertThat(Files.readString(Path.of("target", "test-run.log")))
                .contains("a line for the log's own test: 20261124");
    }

    /** A canary that no test plants cannot be found. */
    @Test
    void every_canary_is_planted_by_a_test() {
        var planted = new TreeSet<String>();
        for (var file : Project.here().files("src/test/java", ".java")) {
            if (!Project.here().name(file).contains("/house/")) {
                var text = Project.text(file);
                Canaries.all().keySet().stream()
                        .filter(name -> text.contains("Canaries." + name))
                        .forEach(planted::add);
            }
        }
        assumeFalse(planted.isEmpty(), "no test plants a canary yet, so none could be found in a log");

        assertThat(planted).containsExactlyInAnyOrderElementsOf(Canaries.all().keySet());
    }

    private List<String> findings(String text) throws IOException {
        var file = folder.resolve("run.log");
        Files.writeString(file, text);
        return new CanarySearch(Canaries.all()).findings(file);
    }
}
