package org.galileok12.sso;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Knows for how long Clever has given nobody an answer who asked it for a token. What never asks Clever, such as the start of a
 * login or a made-up callback, changes nothing. Safe to share.
 */
final class Silence {

    /** Longer than anybody waits: what was before says nothing about now. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(1);

    private final LongSupplier nanos;
    /** When the first one asked of those who have waited since the last answer; null when nobody has. */
    private @Nullable Long since;

    private long lastAsked;

    /** @param nanos such as {@link System#nanoTime} */
    Silence(LongSupplier nanos) {
        this.nanos = nanos;
    }

    synchronized void asked() {
        var now = nanos.getAsLong();
        if (since == null || isForgotten(now)) {
            since = now;
        }
        lastAsked = now;
    }

    /** Whatever the answer is: Clever does not hang. */
    synchronized void answered() {
        since = null;
    }

    synchronized boolean isLongerThan(Duration span) {
        var now = nanos.getAsLong();
        var first = since;
        return first != null && !isForgotten(now) && now - first > span.toNanos();
    }

    private boolean isForgotten(long now) {
        return now - lastAsked > FORGOTTEN.toNanos();
    }
}
