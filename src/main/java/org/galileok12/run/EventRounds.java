package org.galileok12.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.camel.Exchange;

/** How long one round stays with a district: a backlog of events must not keep the round, and all others with it. Safe to share. */
public final class EventRounds {

    private final Clock clock;
    private final int runs;
    private final Duration look;

    /**
     * @param runs so many runs at most of a district in one round ...
     * @param look ... of which none begins later than so long after the first
     */
    EventRounds(Clock clock, int runs, Duration look) {
        this.clock = clock;
        this.runs = runs;
        this.look = look;
    }

    /** Out: variables eventsUntil, eventRuns, moreEvents. */
    public void begin(Exchange exchange) {
        exchange.setVariable("eventsUntil", clock.instant().plus(look));
        exchange.setVariable("eventRuns", 0);
        exchange.setVariable("moreEvents", true);
    }

    /** Whether to look at the district once more now. */
    public boolean goesOn(Exchange exchange) {
        return Boolean.TRUE.equals(exchange.getVariable("moreEvents", Boolean.class))
                && Runs.variable(exchange, "eventRuns", Integer.class) < runs
                && clock.instant().isBefore(Runs.variable(exchange, "eventsUntil", Instant.class))
                && exchange.getContext().isStarted();
    }
}
