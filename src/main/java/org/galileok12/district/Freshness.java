package org.galileok12.district;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/**
 * Judges whether a run that is due begins now or waits until Clever has something newer than our last snapshot, as the route
 * district-fresh calls it. Safe to share.
 */
public final class Freshness {

    private final Clock clock;
    private final Duration check;
    private final Duration limit;

    /** @param limit how long a district waits at most, however often it fires meanwhile */
    Freshness(Clock clock, Duration check, Duration limit) {
        this.clock = clock;
        this.check = check;
        this.limit = limit;
    }

    /**
     * In: body, the district's record of Clever. Out: variable firing: RUN when Clever has synced the district since our last
     * snapshot, does not say, or will let nothing be read anyway; AGAIN while it has not and the wait has not come to its end.
     */
    public void judge(Exchange exchange, @Body JsonNode district) {
        var now = clock.instant();
        var since = Objects.requireNonNullElse(exchange.getVariable("waitingSince", Instant.class), now);
        var lastSync = Firings.moment(district.path("last_sync").textValue());
        var state = district.path("state").asText("");
        var known = ((Timestamp) Objects.requireNonNull(exchange.getVariable("lastSnapshot"))).toInstant();
        if (lastSync == null
                || lastSync.isAfter(known)
                || !(state.isEmpty() || state.equals("running") || state.equals("success"))) {
            waited(exchange, since, now, false);
            Firings.set(exchange, Firing.RUN);
        } else if (!since.plus(limit).isAfter(now)) {
            waited(exchange, since, now, true);
            Firings.set(exchange, Firing.RUN);
        } else {
            var end = since.plus(limit);
            var next = now.plus(check);
            exchange.setVariable("waitingSince", since);
            exchange.setVariable("nextTry", next.isAfter(end) ? end : next);
            Firings.set(exchange, Firing.AGAIN);
        }
    }

    /** Out: variable firing. Whatever keeps Clever from answering meets the run too, which tells it. */
    public void goOn(Exchange exchange) {
        Firings.set(exchange, Firing.RUN);
    }

    private static void waited(Exchange exchange, Instant since, Instant now, boolean inVain) {
        if (exchange.getVariable("waitingSince") != null || inVain) {
            exchange.setVariable(
                    "waitedSeconds", (int) Duration.between(since, now).toSeconds());
            exchange.setVariable("notFresh", inVain);
        }
    }
}
