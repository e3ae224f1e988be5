package org.galileok12.faults;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The system's time, until a test makes it jump; a node of the harness has one. Safe to share. */
final class JumpingClock extends Clock {

    private volatile Clock now = Clock.systemUTC();

    synchronized void jump(Duration by) {
        now = Clock.offset(now, by);
    }

    void reset() {
        now = Clock.systemUTC();
    }

    @Override
    public Instant instant() {
        return now.instant();
    }

    @Override
    public ZoneId getZone() {
        return now.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return now.withZone(zone);
    }
}
