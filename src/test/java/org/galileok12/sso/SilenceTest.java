package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How long Clever has said nothing. */
class SilenceTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final AtomicLong nanos = new AtomicLong(-5);
    private final Silence silence = new Silence(nanos::get);

    @Test
    void it_begins_with_the_first_who_asks() {
        passes(Duration.ofSeconds(30));
        assertThat(silence.isLongerThan(Duration.ZERO)).isFalse();

        silence.asked();
        passes(SECOND);
        assertThat(silence.isLongerThan(SECOND)).isFalse();
        silence.asked();
        passes(Duration.ofMillis(1));

        assertThat(silence.isLongerThan(SECOND)).isTrue();
    }

    @Test
    void an_answer_ends_it() {
        silence.asked();
        passes(Duration.ofSeconds(7));

        silence.answered();

        assertThat(silence.isLongerThan(SECOND)).isFalse();
        silence.asked();
        passes(Duration.ofMillis(500));
        assertThat(silence.isLongerThan(SECOND)).isFalse();
    }

    @Test
    void what_was_in_the_night_says_nothing_about_the_morning() {
        silence.asked();
        passes(Duration.ofHours(6));
        assertThat(silence.isLongerThan(SECOND)).isFalse();

        silence.asked();

        assertThat(silence.isLongerThan(SECOND)).isFalse();
    }

    private void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
