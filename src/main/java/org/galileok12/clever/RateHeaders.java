package org.galileok12.clever;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * What an answer says about Clever's rate limit, in our own time: a reset is turned into a distance by the answer's
 * {@code Date}, so that a clock of ours that runs ahead does not end a wait too early.
 *
 * @param limit calls a window, from {@code X-RateLimit-Limit}
 * @param remaining calls left in this window, from {@code X-RateLimit-Remaining}
 * @param reset when the window ends, in Clever's unix seconds, from {@code X-RateLimit-Reset}
 * @param untilReset time left until then
 * @param retryAfter time asked for by {@code Retry-After}, in seconds or as a date
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">RFC 9110, 10.2.3 Retry-After</a>
 */
record RateHeaders(
        @Nullable Long limit,
        @Nullable Long remaining,
        @Nullable Long reset,
        @Nullable Duration untilReset,
        @Nullable Duration retryAfter) {

    static RateHeaders of(Message answer, Clock clock) {
        Instant date = httpDate(text(answer, "Date"));
        Instant now = date == null ? clock.instant() : date;
        Long reset = number(text(answer, "X-RateLimit-Reset"));
        return new RateHeaders(
                number(text(answer, "X-RateLimit-Limit")),
                number(text(answer, "X-RateLimit-Remaining")),
                reset,
                reset == null ? null : Duration.between(now, Instant.ofEpochSecond(reset)),
                retryAfter(text(answer, "Retry-After"), now));
    }

    /** How long a 429 asks us to wait, or null when it does not say (or names a moment that has passed). */
    @Nullable Duration asked() {
        Duration asked = retryAfter != null ? retryAfter : untilReset;
        return asked == null || asked.isNegative() ? null : asked;
    }

    private static @Nullable Duration retryAfter(String text, Instant now) {
        Long seconds = number(text);
        if (seconds != null) {
            return Duration.ofSeconds(seconds);
        }
        Instant date = httpDate(text);
        return date == null ? null : Duration.between(now, date);
    }

    private static String text(Message answer, String header) {
        String value = answer.getHeader(header, String.class);
        return value == null ? "" : value.trim();
    }

    /** Up to eleven digits: enough for any date, and no overflow later. */
    private static @Nullable Long number(String text) {
        return text.matches("[0-9]{1,11}") ? Long.valueOf(text) : null;
    }

    private static @Nullable Instant httpDate(String text) {
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeException notADate) {
            return null;
        }
    }
}
