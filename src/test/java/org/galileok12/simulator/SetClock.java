package org.galileok12.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** As far ahead of another clock, which stands still or runs, as a test has moved it. Thread safe. */
public final class SetClock extends Clock {

    private volatile Clock now;

    private SetClock(Clock now) {
        this.now = now;
    }

    /** Stands still until a test moves it. */
    public static SetClock at(Instant moment) {
        return new SetClock(Clock.fixed(moment, ZoneOffset.UTC));
    }

    /** Runs as the system's. */
    public static SetClock running() {
        return new SetClock(Clock.systemUTC());
    }

    public synchronized void forward(Duration time) {
        now = Clock.offset(now, time);
    }

    @Override
    public Instant instant() {
        return now.instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
