package org.galileok12.clever;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateWindowTest {

    private static final Instant NOON = Instant.parse("2026-08-01T12:00:00Z");
    private static final Instant RESET = NOON.plusSeconds(30);

    private final RateWindow window = new RateWindow();

    @Test
    void nothing_waits_before_clever_has_said_anything() {
        assertThat(window.takePlace(NOON)).isZero();
        assertThat(window.takePlace(NOON)).isZero();
    }

    @Test
    void calls_side_by_side_share_what_is_left() {
        window.takePlace(NOON);
        learn(10, 3, RESET, NOON);

        assertThat(window.takePlace(NOON)).isZero();
        assertThat(window.takePlace(NOON)).isZero();
        assertThat(window.takePlace(NOON)).isZero();
        assertThat(window.takePlace(NOON)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void calls_under_way_count_even_when_clever_has_not_seen_them_yet() {
        for (int i = 0; i < 5; i++) {
            window.takePlace(NOON);
        }
        learn(6, 5, RESET, NOON);

        assertThat(window.takePlace(NOON)).isZero();
        assertThat(window.takePlace(NOON)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void places_beyond_one_window_are_spread_over_the_following_ones() {
        learn(2, 0, RESET, NOON);

        assertThat(window.takePlace(NOON)).isEqualTo(Duration.ofSeconds(30));
        assertThat(window.takePlace(NOON)).isEqualTo(Duration.ofSeconds(30));
        assertThat(window.takePlace(NOON)).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void after_the_reset_the_window_is_new_less_what_was_promised() {
        learn(2, 0, RESET, NOON);
        window.takePlace(NOON);

        assertThat(window.takePlace(RESET)).isZero();
        assertThat(window.takePlace(RESET)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void an_answer_of_an_earlier_window_that_came_late_is_not_used() {
        learn(10, 9, RESET.plusSeconds(60), RESET);
        learn(10, 0, RESET, RESET);

        assertThat(window.takePlace(RESET)).isZero();
    }

    private void learn(long limit, long remaining, Instant reset, Instant now) {
        window.learn(
                new RateHeaders(limit, remaining, reset.getEpochSecond(), Duration.between(now, reset), null), now);
    }
}
