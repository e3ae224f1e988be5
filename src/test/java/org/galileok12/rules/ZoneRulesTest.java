package org.galileok12.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZoneRulesTest {

    private static final Path FILE = Path.of("routes", "rules", "zones.yaml");

    @TempDir
    Path folder = Path.of("");

    @Test
    void every_state_and_territory_has_a_time_zone() {
        assertThat(ZoneRules.load(FILE).json())
                .contains(
                        "\"AZ\":\"America/Phoenix\"", "\"HI\":\"Pacific/Honolulu\"", "\"OR\":\"America/Los_Angeles\"");
    }

    @Test
    void a_state_that_is_missing_and_a_time_zone_that_is_none_are_named_with_their_line() throws IOException {
        var text = Files.readString(FILE);
        var line = text.lines().toList().indexOf("  HI: Pacific/Honolulu") + 1;
        write(text.replace("Pacific/Honolulu", "Pacific/Honululu").replace("  PR: America/Puerto_Rico\n", ""));

        assertThatThrownBy(() -> ZoneRules.load(folder.resolve("zones.yaml")))
                .isInstanceOf(BrokenRules.class)
                .hasMessageContaining("zones.yaml:" + line + ": 'Pacific/Honululu' is not a time zone")
                .hasMessageContaining("State PR is missing");
    }

    private void write(String text) throws IOException {
        Files.copy(FILE.resolveSibling("zones.schema.json"), folder.resolve("zones.schema.json"));
        Files.writeString(folder.resolve("zones.yaml"), text);
    }
}
