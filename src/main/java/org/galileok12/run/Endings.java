package org.galileok12.run;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.galileok12.clever.Throttled;
import org.jspecify.annotations.Nullable;

/**
 * Decides how a run ends that an exception has interrupted: as FAILED, as what it is when its roster is out, at another node
 * when this one is stopping, later when Clever asks for a long wait, or not here at all when another node has claimed it. Safe to share.
 */
public final class Endings {

    /** Clever's window is a minute; without its word, or with less, that much. */
    private static final Duration SHORTEST_WAIT = Duration.ofMinutes(1);

    /** Whatever Clever asks for, somebody looks again after this. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final Clock clock;
    private final RunLog log;
    private final Duration parkFor;

    /** @param parkFor after which age a run that is throttled fails instead of waiting on */
    Endings(Clock clock, RunLog log, Duration parkFor) {
        this.clock = clock;
        this.log = log;
        this.parkFor = parkFor;
    }

    /** Keeps what was caught: the steps that follow may catch something else. In: variable run, unless it never began. */
    public void caught(Exchange exchange) {
        var failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        var run = exchange.getVariable("run", Run.class);
        if (run == null && Failures.cause(failure, DistrictForgotten.class) != null) {
            log.forgotten(Failures.sentence(failure));
        } else if (run == null) {
            var district = String.valueOf(exchange.getVariable("district"));
            var expected = "schedule".equals(exchange.getVariable("trigger"));
            var refused = refusal(failure) != null;
            log.neverBegan(
                    district,
                    Failures.errorClass(failure),
                    Failures.sentence(failure),
                    refused ? expected ? RunLog.Why.ACTIVE_ELSEWHERE : RunLog.Why.REFUSED : RunLog.Why.FAULT);
        } else {
            run.interrupted(failure);
        }
    }

    /** Out: variable why, what was caught in one sentence without student data. */
    public void why(Exchange exchange) {
        exchange.setVariable(
                "why", Failures.sentence(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class)));
    }

    /** In: the row of find-run.sql. */
    public void readBack(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var run = Runs.variable(exchange, "run", Run.class);
        if (rows.isEmpty() || !Boolean.TRUE.equals(rows.get(0).get("mine"))) {
            run.lose();
        } else if (Boolean.TRUE.equals(rows.get(0).get("published"))) {
            // The COMMIT happened, though its answer was lost.
            run.publish();
        }
    }

    /** Out: variable ending: finish, release, park or lost; for all but the first also the result for whoever started the run. */
    public void decide(Exchange exchange) {
        var run = Runs.variable(exchange, "run", Run.class);
        var dryRun = Boolean.TRUE.equals(exchange.getVariable("dryRun", Boolean.class));
        if (run.lost() || fence(run.failure()) != null) {
            run.lose();
            run.fails("LOCAL", FenceLost.sentence(run.getRunId()));
            log.lost(run);
            interrupted(run, "lost", exchange);
        } else if (run.published()) {
            exchange.setVariable("ending", "finish");
        } else if (!dryRun && !exchange.getContext().isStarted()) {
            run.fails(
                    "LOCAL",
                    "The service is stopping. Run %d goes on at another node, or at the next start for this district."
                            .formatted(run.getRunId()));
            log.released(run);
            interrupted(run, "release", exchange);
        } else if (parks(exchange, run)) {
            var until = clock.instant().plus(wait(run));
            run.fails(
                    "THROTTLED",
                    "Clever asked us to wait. Run %d goes on at %s, at any node.".formatted(run.getRunId(), until));
            exchange.setVariable("parkedUntil", until.atOffset(ZoneOffset.UTC));
            log.parked(run, until);
            interrupted(run, "park", exchange);
        } else {
            run.fails(Failures.errorClass(run.failure()), Failures.sentence(run.failure()));
            log.failed(run);
            exchange.setVariable("ending", "finish");
        }
    }

    /** What the schedule has begun need not wait on a thread of this node. In: variable mayPark. */
    private boolean parks(Exchange exchange, Run run) {
        return Boolean.TRUE.equals(exchange.getVariable("mayPark", Boolean.class))
                && Failures.cause(run.failure(), Throttled.class) != null
                && run.startedAt().plus(parkFor).isAfter(clock.instant());
    }

    private static Duration wait(Run run) {
        var asked = Objects.requireNonNull(Failures.cause(run.failure(), Throttled.class))
                .asked();
        return asked == null || asked.compareTo(SHORTEST_WAIT) < 0
                ? SHORTEST_WAIT
                : asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
    }

    private void interrupted(Run run, String ending, Exchange exchange) {
        Reports.complete(run, clock.instant(), exchange);
        exchange.setVariable("ending", ending);
        exchange.setVariable("result", run.result());
    }

    /** Throws what was caught, as one sentence; but not for a run that is published, whose end was kept at the second try. */
    public void rethrow(Exchange exchange) {
        var run = exchange.getVariable("run", Run.class);
        if (run != null) {
            if (run.published() && !run.lost()) {
                return;
            }
            throw new RunFailed(String.valueOf(run.reason()));
        }
        var failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        var refused = refusal(failure);
        if (refused != null) {
            throw refused;
        }
        throw new RunFailed(Failures.sentence(failure));
    }

    private static @Nullable RunRefused refusal(@Nullable Throwable failure) {
        return Failures.cause(failure, RunRefused.class);
    }

    private static @Nullable FenceLost fence(@Nullable Throwable failure) {
        return Failures.cause(failure, FenceLost.class);
    }
}
