package org.galileok12.clever;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Variable;
import org.jspecify.annotations.Nullable;

/**
 * Says how long a call has to wait so that a district's token stays within Clever's limit. All calls of one district
 * share one window, and each takes its place before it is sent, so that calls side by side do not overrun it. Before
 * the first answer nothing is known and nothing waits. Safe for concurrent use.
 */
public final class RateLimit {

    private final Clock clock;
    private final Duration maxWait;
    private final Map<String, RateWindow> windows = new ConcurrentHashMap<>();

    RateLimit(Clock clock, Duration maxWait) {
        this.clock = clock;
        this.maxWait = maxWait;
    }

    /** Takes a place in the district's window; milliseconds to wait before the call. For the {@code delay} step. */
    public long waitMillis(@Variable("district") String district, @Variable("traffic") @Nullable Traffic traffic) {
        Duration wait = window(district).takePlace(clock.instant());
        long millis = Math.min(wait.toMillis(), maxWait.toMillis());
        if (millis > 0 && traffic != null) {
            traffic.waited(millis);
        }
        return millis;
    }

    void learn(String district, RateHeaders headers) {
        window(district).learn(headers, clock.instant());
    }

    private RateWindow window(String district) {
        return windows.computeIfAbsent(district, key -> new RateWindow());
    }
}
