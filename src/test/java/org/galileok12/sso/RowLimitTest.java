package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowLimitTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final RowLimit limit = new RowLimit(10, now::get);

    @Test
    void a_seconds_worth_comes_at_once_and_then_so_many_a_second() {
        assertThat(rowsOf(100)).isEqualTo(10);

        pass(Duration.ofMillis(100));
        assertThat(rowsOf(100)).isEqualTo(1);

        pass(Duration.ofHours(1));
        assertThat(rowsOf(100)).isEqualTo(10);
    }

    @Test
    void the_log_says_once_a_minute_how_many_were_left_out() {
        try (var log = LogWatch.open()) {
            rowsOf(10);
            assertThat(log.ours(Level.WARN)).isEmpty();

            rowsOf(100);
            pass(Duration.ofSeconds(59));
            rowsOf(10);
            assertThat(log.ours(Level.WARN)).hasSize(1).first().asString().contains(" 1 attempts ");

            pass(Duration.ofSeconds(1));
            // One that is written down tells of those before it, too.
            rowsOf(1);
            assertThat(log.ours(Level.WARN)).hasSize(2).last().asString().contains(" 99 attempts ");
        }
    }

    @Test
    void none_at_all_is_no_limit() {
        assertThatThrownBy(() -> new RowLimit(0, now::get)).hasMessageContaining("attempt-rows-a-second");
    }

    private long rowsOf(int attempts) {
        return IntStream.range(0, attempts).filter(one -> limit.hasRoom()).count();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
