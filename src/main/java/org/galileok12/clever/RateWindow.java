package org.galileok12.clever;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One token's window of calls: fixed, about a minute long. Our own count of places taken and Clever's count of calls
 * seen are both right in part (ours knows what is under way, Clever's what others did); the higher one holds.
 */
final class RateWindow {

    private static final Duration LENGTH = Duration.ofMinutes(1);

    private long limit = Long.MAX_VALUE;
    private long taken;
    private @Nullable Long reset;
    private @Nullable Instant endsAt;

    /** Takes the next place and says how long to wait until it may be used. */
    synchronized Duration takePlace(Instant now) {
        while (endsAt != null && !now.isBefore(endsAt)) {
            // Places taken beyond the limit were promised in the window that begins now.
            taken = Math.max(0, taken - limit);
            endsAt = taken == 0 ? null : endsAt.plus(LENGTH);
            reset = null;
        }
        long place = taken++;
        if (endsAt == null || place < limit) {
            return Duration.ZERO;
        }
        Duration untilNext = Duration.between(now, endsAt);
        return untilNext.plus(LENGTH.multipliedBy(place / limit - 1));
    }

    /** Learns from an answer. One that speaks of an earlier window than the known one came late and is not used. */
    synchronized void learn(RateHeaders headers, Instant now) {
        Long ends = headers.reset();
        if (ends == null || headers.untilReset() == null || headers.remaining() == null) {
            return;
        }
        if (reset != null && ends < reset || headers.untilReset().isNegative()) {
            return;
        }
        long atMost = headers.limit() == null ? headers.remaining() + taken : headers.limit();
        if (reset != null && ends > reset) {
            taken = Math.max(0, taken - limit);
        }
        reset = ends;
        endsAt = now.plus(headers.untilReset());
        limit = Math.max(1, atMost);
        taken = Math.max(taken, limit - headers.remaining());
    }
}
