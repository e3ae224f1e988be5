package org.galileok12.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import org.galileok12.simulator.SetClock;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private final StringWriter text = new StringWriter();
    private final SetClock clock = SetClock.at(Instant.EPOCH);

    @Test
    void a_terminal_has_one_line_written_over_at_most_four_times_a_second() {
        var line = line(true);

        clock.forward(Duration.ofMillis(200));
        line.records("users", 600);
        clock.forward(Duration.ofMillis(3_800));
        line.records("users", 12_400);
        clock.forward(Duration.ofMillis(100));
        line.records("users", 12_500);
        line.end();

        assertThat(text.toString().split("\r")).containsExactly("", "users 12,400 records, 3,100/s", " ".repeat(29));
    }

    @Test
    void elsewhere_a_line_is_printed_every_five_seconds() {
        var line = line(false);

        for (int second = 1; second <= 12; second++) {
            clock.forward(Duration.ofSeconds(1));
            line.records("schools", 3);
            line.records("users", second * 1000L);
        }
        line.end();

        assertThat(text.toString().lines())
                .containsExactly(
                        "schools 3, users 4,000: 4,003 records, 800/s", "schools 3, users 9,000: 9,003 records, 900/s");
    }

    private ProgressLine line(boolean terminal) {
        return new ProgressLine(new PrintWriter(text, true), terminal, clock);
    }
}
