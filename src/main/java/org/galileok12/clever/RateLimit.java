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
    private final Duration parkAfter;
    private final Map<String, RateWindow> windows = new ConcurrentHashMap<>();

    RateLimit(Clock clock, Duration maxWait, Duration parkAfter) {
        this.clock = clock;
        this.maxWait = maxWait;
        this.parkAfter = parkAfter;
    }

    /**
     * Takes a place in the district's window; milliseconds to wait before the call. For the {@code delay} step.
     *
     * @throws Throttled instead of a wait that is longer than what the thread of a run that can be parked is held for
     */
    public long waitMillis(
            @Variable("district") String district,
            @Variable("traffic") @Nullable Traffic traffic,
            @Variable("mayPark") @Nullable Boolean mayPark) {
        Duration wait = window(district).takePlace(clock.instant());
        if (Boolean.TRUE.equals(mayPark) && wait.compareTo(parkAfter) > 0) {
            throw new Throttled("The calls of this district have used up Clever's rate limit for a while.", wait);
        }
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
