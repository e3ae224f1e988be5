package org.galileok12.sso;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Says yes once in a span of time at most, so that a flood of the same does not fill the log. Safe to share. */
final class Seldom {

    private final long span;
    private final LongSupplier nanos;
    private final AtomicLong next;

    /** @param nanos such as {@link System#nanoTime} */
    Seldom(Duration span, LongSupplier nanos) {
        this.span = span.toNanos();
        this.nanos = nanos;
        this.next = new AtomicLong(nanos.getAsLong());
    }

    boolean isTime() {
        var now = nanos.getAsLong();
        var from = next.get();
        return now - from >= 0 && next.compareAndSet(from, now + span);
    }
}
