package org.galileok12.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnboardingRulesTest {

    private static final Path DELIVERED = Path.of("routes/rules/onboarding.yaml");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void the_delivered_file_asks_two_polls_and_every_item_of_the_checklist() {
        var rules = OnboardingRules.load(DELIVERED);

        assertThat(rules.polls()).isEqualTo(2);
        assertThat(rules.mostMissing()).isEqualTo(2);
        assertThat(rules.shareMissing()).isEqualTo(0.05);
        assertThat(rules.ready()).isEqualTo(List.of("authorised", "sharing", "sync-status", "grades"));
        assertThat(rules.scheduled()).isEqualTo(List.of("dry-run"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "polls: 2                | polls: 1               | must have a minimum value of 2",
                "probes: 200             | probes: many           | integer expected",
                "share: 0.05 }           | share: 5 }             | must have a maximum value of 1",
                "last-sync-hours: 72     | last-sync-days: 3      | last-sync-hours",
                "scheduled: [dry-run]    | scheduled: [Dry Run]   | does not match the regex pattern",
                "stale-days: 3           | stale-days: 0          | must have a minimum value of 1",
            })
    void a_mistake_is_found_with_its_place(String from, String to, String sentence) throws IOException {
        var text = Files.readString(DELIVERED);
        var file = folder.resolve("onboarding.yaml");
        Files.copy(DELIVERED.resolveSibling("onboarding.schema.json"), folder.resolve("onboarding.schema.json"));
        var broken = text.replace(from, to);
        assertThat(broken).isNotEqualTo(text);
        Files.writeString(file, broken);

        assertThatThrownBy(() -> OnboardingRules.load(file))
                .isInstanceOf(BrokenRules.class)
                .hasMessageContaining(sentence);
    }
}
