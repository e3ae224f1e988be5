package org.galileok12.sso;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Guarantees that requests which anybody can send write so many rows a second on this node and no more, and that the log says
 * once a minute how many were left out. A second's worth may come at once. Safe to share.
 */
final class RowLimit {

    private static final Logger LOG = LoggerFactory.getLogger(RowLimit.class);
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final int rowsASecond;
    private final LongSupplier nanos;
    /** Until when the rows that were written are paid for; at most a second before now. */
    private final AtomicLong paidUntil;

    private final AtomicLong leftOut = new AtomicLong();
    private final Seldom minute;

    /** @param nanos such as {@link System#nanoTime} */
    RowLimit(int rowsASecond, LongSupplier nanos) {
        if (rowsASecond < 1) {
            throw new IllegalArgumentException(
                    "galileo.sso.attempt-rows-a-second is " + rowsASecond + ". It must be 1 or more.");
        }
        this.rowsASecond = rowsASecond;
        this.nanos = nanos;
        this.paidUntil = new AtomicLong(nanos.getAsLong() - SECOND);
        this.minute = new Seldom(Duration.ofMinutes(1), nanos);
    }

    /** Whether one more row may be written now. */
    boolean hasRoom() {
        var room = take();
        if (!room) {
            leftOut.incrementAndGet();
        }
        if (leftOut.get() > 0 && minute.isTime()) {
            LOG.warn(
                    "{} attempts to sign in were counted and not written down, since more than"
                            + " galileo.sso.attempt-rows-a-second ({}) came. None of them got as far as Clever.",
                    leftOut.getAndSet(0),
                    rowsASecond);
        }
        return room;
    }

    private boolean take() {
        while (true) {
            var now = nanos.getAsLong();
            var paid = paidUntil.get();
            var next = (paid - (now - SECOND) < 0 ? now - SECOND : paid) + SECOND / rowsASecond;
            if (next - now > 0) {
                return false;
            }
            if (paidUntil.compareAndSet(paid, next)) {
                return true;
            }
        }
    }
}
