package org.galileok12.clever;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides whether a failed call is repeated, and how long Camel's redelivery waits before.
 *
 * <p>Failures of Clever or the network: {@code clever.retries} times, with doubling pauses. A 200 that is not a list:
 * {@code clever.contract-retries} times. 429: as long as Clever asks, until {@code clever.max-wait} is used up, for a
 * run that can be parked (variable {@code mayPark}) {@code clever.park-after}; these waits do not use up the retries. Anything else: never. Each pause gets up to a fifth of jitter on top. Holds no state
 * of its own: that is the exchange variable {@code cleverAttempts}.
 */
public final class Retries implements Processor {

    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);
    private static final String ATTEMPTS = "cleverAttempts";

    private final CleverProperties clever;
    private final CallCount calls;

    Retries(CleverProperties clever, CallCount calls) {
        this.clever = clever;
        this.calls = calls;
    }

    /** For the first step of a call: nothing has gone wrong yet. */
    public Object start() {
        return new Attempts();
    }

    /** For {@code retryWhile}. */
    public boolean again(@Variable(ATTEMPTS) Object attempts) {
        return ((Attempts) attempts).again;
    }

    /** For {@code onExceptionOccurredRef}: judges the failure that has just happened. */
    @Override
    public void process(Exchange exchange) {
        var failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, CleverException.class);
        var attempts = exchange.getVariable(ATTEMPTS, Attempts.class);
        var traffic = exchange.getVariable("traffic", Traffic.class);
        calls.failed(failure, traffic);
        Duration pause = judge(failure, attempts, Boolean.TRUE.equals(exchange.getVariable("mayPark", Boolean.class)));
        if (attempts.again) {
            exchange.getMessage().setHeader(Exchange.REDELIVERY_DELAY, pause.toMillis());
            if (traffic != null) {
                traffic.retries().increment();
                if (failure instanceof Throttled) {
                    traffic.waited(pause.toMillis());
                }
            }
        }
        log(failure, attempts, pause, exchange.getVariable("district", "(all)", String.class));
    }

    private Duration judge(CleverException failure, Attempts attempts, boolean mayPark) {
        if (failure instanceof Throttled throttled) {
            return mayPark && exceedsParkAfter(throttled, attempts) ? notAtAll(attempts) : waitOut(throttled, attempts);
        }
        if (failure instanceof CleverUnavailable) {
            attempts.again = ++attempts.unavailable <= clever.retries();
            return pause(attempts.unavailable);
        }
        boolean another = failure instanceof ContractBroken broken && broken.worthAnotherTry();
        attempts.again = another && ++attempts.broken <= clever.contractRetries();
        return pause(Math.max(1, attempts.broken));
    }

    private Duration waitOut(Throttled throttled, Attempts attempts) {
        Duration left = clever.maxWait().minus(attempts.waited);
        Duration pause = pause(++attempts.throttled);
        if (throttled.asked() != null && throttled.asked().compareTo(pause) > 0) {
            pause = jittered(throttled.asked());
        }
        attempts.again = left.compareTo(Duration.ZERO) > 0;
        Duration capped = pause.compareTo(left) > 0 ? left : pause;
        attempts.waited = attempts.waited.plus(capped);
        return capped;
    }

    /** Waits that are short hold the thread, and may do so until they have added up. */
    private boolean exceedsParkAfter(Throttled throttled, Attempts attempts) {
        var asked = throttled.asked();
        var next = asked == null ? clever.retryDelay() : asked;
        return attempts.waited.plus(next).compareTo(clever.parkAfter()) > 0;
    }

    private static Duration notAtAll(Attempts attempts) {
        attempts.throttled++;
        attempts.again = false;
        return Duration.ZERO;
    }

    private Duration pause(int failures) {
        Duration doubled = clever.retryDelay().multipliedBy(1L << Math.min(failures - 1, 20));
        return jittered(doubled.compareTo(clever.retryMaxDelay()) > 0 ? clever.retryMaxDelay() : doubled);
    }

    /** The pause or up to a fifth more, so that calls that failed together do not come back together. */
    private static Duration jittered(Duration pause) {
        return pause.plusMillis(ThreadLocalRandom.current().nextLong(Math.max(1, pause.toMillis() / 5) + 1));
    }

    private static void log(CleverException failure, Attempts attempts, Duration pause, String district) {
        if (attempts.again) {
            LOG.warn(
                    "district {}: {} Trying again in {} ms (failures so far: {}).",
                    district,
                    failure.getMessage(),
                    pause.toMillis(),
                    attempts.failed());
        } else {
            LOG.warn(
                    "district {}: {} Not trying again (failed attempts: {}, waited for the rate limit: {} ms).",
                    district,
                    failure.getMessage(),
                    Math.max(1, attempts.failed()),
                    attempts.waited.toMillis());
        }
    }
}
