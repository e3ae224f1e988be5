package org.galileok12.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.galileok12.rules.Delivered.DISTRICT;
import static org.galileok12.rules.Delivered.GRADES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardRulesTest {

    private static final Path DELIVERED = Path.of("routes/rules/guard.yaml");
    private static final LocalDate SPRING = LocalDate.parse("2026-03-01");

    @TempDir
    Path folder;

    @Test
    void the_delivered_file_holds_ten_percent_and_twenty_rows() {
        var limits = GuardRules.load(DELIVERED, GRADES).thresholds(DISTRICT, SPRING);

        assertThat(limits).isEqualTo(new Thresholds(0.10, 20, 5, 0.30, 20, Set.of(), false, Set.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "06-15, 09-15, 2026-06-14, false",
        "06-15, 09-15, 2026-06-15, true",
        "06-15, 09-15, 2026-09-15, true",
        "06-15, 09-15, 2026-09-16, false",
        "12-10, 02-01, 2026-12-31, true",
        "12-10, 02-01, 2026-01-15, true",
        "12-10, 02-01, 2026-06-15, false",
    })
    void leavers_may_leave_within_the_rollover_window(String from, String until, LocalDate day, boolean within)
            throws IOException {
        var rules = load("rollover: { from: %s, until: %s, emptied: 9 }".formatted(from, until));

        var limits = rules.thresholds(DISTRICT, day);

        assertThat(limits.leavers()).isEqualTo(within ? Set.of("12", "12+") : Set.of());
        assertThat(limits.emptied()).isEqualTo(within ? 9 : 5);
    }

    @Test
    void a_district_names_only_what_differs() throws IOException {
        var rules = load("deactivations: { share: 0.05 }");

        assertThat(rules.thresholds(DISTRICT, SPRING).share()).isEqualTo(0.05);
        assertThat(rules.thresholds(DISTRICT, SPRING).rows()).isEqualTo(20);
        assertThat(rules.thresholds("000000000000000000000000", SPRING).share()).isEqualTo(0.10);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rollover: { from: 02-31 }       | '02-31' is no day of the year
            rollover: { from: yesterday }   | does not match the regex pattern
            rollover: { leavers: [twelve] } | 'twelve' is no label in grades.yaml
            deactivations: { share: 10 }    | must have a maximum value of 1
            deactivations: { rows: 0 }      | must have a minimum value of 1
            protect: { people: [Amy] }      | does not match the regex pattern
            unknown: 1                      | property 'unknown' is not defined
            """)
    void a_mistake_is_named_with_its_place(String rule, String sentence) {
        assertThatThrownBy(() -> load(rule))
                .isInstanceOfSatisfying(
                        BrokenRules.class,
                        broken -> assertThat(broken.findings()).anySatisfy(finding -> {
                            assertThat(finding.sentence()).contains(sentence);
                            assertThat(finding.line()).isGreaterThan(30);
                        }));
    }

    private GuardRules load(String rule) throws IOException {
        Files.copy(DELIVERED.resolveSibling("guard.schema.json"), folder.resolve("guard.schema.json"));
        var file = folder.resolve("guard.yaml");
        Files.writeString(
                file,
                Files.readString(DELIVERED).replace("districts: {}", "districts:\n  " + DISTRICT + ":\n    " + rule));
        return GuardRules.load(file, GRADES);
    }
}
