package org.galileok12.simulator;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Counts requests per bearer token in fixed windows, as Clever does: 1200 a minute unless told otherwise. */
final class RateWindow {

    private final Clock clock;
    private final Map<String, Usage> usages = new HashMap<>();
    private int limit = 1200;
    private Duration window = Duration.ofMinutes(1);

    RateWindow(Clock clock) {
        this.clock = clock;
    }

    synchronized void limit(int requests, Duration every) {
        limit = requests;
        window = every;
        usages.clear();
    }

    synchronized void clear() {
        usages.clear();
    }

    /** Counts one request and says how the token stands after it. */
    synchronized Standing count(String token) {
        long now = clock.millis();
        Usage usage = usages.get(token);
        if (usage == null || usage.endsAt <= now) {
            usage = new Usage(now + window.toMillis());
            usages.put(token, usage);
        }
        usage.used++;
        // Whole seconds, rounded up: a client that waits until then must find the window over.
        long reset = (usage.endsAt + 999) / 1000;
        return new Standing(limit, Math.max(0, limit - usage.used), reset, usage.used > limit);
    }

    /** How a token stands in its window; {@code resetSecond} is in Unix seconds. */
    record Standing(int limit, int remaining, long resetSecond, boolean exceeded) {}

    private static final class Usage {
        private final long endsAt;
        private int used;

        private Usage(long endsAt) {
            this.endsAt = endsAt;
        }
    }
}
