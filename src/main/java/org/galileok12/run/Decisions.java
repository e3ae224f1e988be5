package org.galileok12.run;

import java.util.Objects;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** What the route decide does with a refusal. Safe to share. */
public final class Decisions {

    /** Out: variable outcome, the sentence of the refusal. */
    public void refused(Exchange exchange) {
        exchange.setVariable("outcome", outcome(caught(exchange)));
    }

    static String outcome(RunRefused refusal) {
        return "Refused: " + refusal.getMessage();
    }

    public void rethrow(Exchange exchange) {
        throw caught(exchange);
    }

    static @Nullable RunRefused refusal(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RunRefused refused) {
                return refused;
            }
        }
        return null;
    }

    private static RunRefused caught(Exchange exchange) {
        return Objects.requireNonNull(refusal(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class)));
    }
}
