package org.galileok12.sso;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Says how long the calls of the login on this thread may still take: all of them together, not each. Safe to share. */
final class LoginTime {

    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final Duration longest;
    private final ThreadLocal<@Nullable Long> end = new ThreadLocal<>();

    LoginTime(Duration longest) {
        this.longest = longest;
    }

    /** From now on; until {@link #over} on the same thread. */
    void begin() {
        end.set(System.nanoTime() + longest.toNanos());
    }

    void over() {
        end.remove();
    }

    Duration left() {
        Long until = end.get();
        if (until == null) {
            return longest;
        }
        var left = Duration.ofNanos(until - System.nanoTime());
        return left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
    }
}
