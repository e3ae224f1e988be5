package org.galileok12.clever;

import java.time.Duration;

/** What has gone wrong so far with one call, and whether it is tried again. Belongs to one exchange, so to one thread. */
final class Attempts {

    int unavailable;
    int broken;
    int throttled;
    Duration waited = Duration.ZERO;
    boolean again;

    int failed() {
        return unavailable + broken + throttled;
    }
}
