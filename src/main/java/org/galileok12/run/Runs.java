package org.galileok12.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.galileok12.rules.SharingRules;
import org.jspecify.annotations.Nullable;

/** Begins and ends runs as the routes call it, and knows the runs of this node. Safe to share. */
public final class Runs {

    private final Clock clock;
    private final SharingRules sharing;
    private final RunLog log;
    private final Set<Run> active = ConcurrentHashMap.newKeySet();

    Runs(Clock clock, SharingRules sharing, RunLog log) {
        this.clock = clock;
        this.sharing = sharing;
        this.log = log;
    }

    /** The runs under way on this node. */
    public List<Run> active() {
        return List.copyOf(active);
    }

    /** In: rows of find-active-run.sql, none if that run has ended meanwhile. */
    public void refuse(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var district = exchange.getVariable("district", String.class);
        throw new RunRefused(
                rows.isEmpty()
                        ? "A run of district %s has just ended. Start this one again.".formatted(district)
                        : "Run %s of district %s is under way since %s. Wait for it to end, or for a minute if its node has died."
                                .formatted(
                                        rows.get(0).get("run_id"),
                                        district,
                                        rows.get(0).get("started_at")));
    }

    /**
     * In: variables district, districtId, runId, epoch; progress may be set by whoever starts the run. Out: variables run,
     * traffic, matches, progress. A step of its own: an expression works on a copy of the exchange.
     */
    public void begin(Exchange exchange) {
        var district = variable(exchange, "district", String.class);
        var run = new Run(
                district,
                variable(exchange, "districtId", Integer.class),
                variable(exchange, "runId", Long.class),
                variable(exchange, "epoch", Long.class),
                clock.instant());
        var matches = sharing.forDistrict(district).newMatches();
        exchange.setVariable("matches", matches);
        if (exchange.getVariable("progress") == null) {
            exchange.setVariable("progress", Progress.NONE);
        }
        exchange.setVariable("run", run);
        exchange.setVariable("traffic", run.getTraffic());
        active.add(run);
    }

    /** In: rows of check-fence.sql or begin-publish.sql. */
    public void refuseLostFence(Exchange exchange, @Body List<Map<String, Object>> rows) {
        if (rows.isEmpty()) {
            throw new FenceLost("Run " + exchange.getVariable("runId")
                    + " has lost its district to another run and stops without writing.");
        }
    }

    /** Sets the parameters of finish-run.sql, and completes the report. In: variables run, skipReason, steady. */
    public void headersOfTheEnd(Exchange exchange) {
        var run = variable(exchange, "run", Run.class);
        if (run.outcome() == Outcome.DONE) {
            judge(run, exchange);
        }
        Reports.complete(run, clock.instant(), exchange);
        var message = exchange.getMessage();
        message.setHeader("state", run.outcome().name());
        message.setHeader("errorClass", run.errorClass());
        message.setHeader("reason", run.reason());
        message.setHeader("report", run.report().toString());
    }

    private static void judge(Run run, Exchange exchange) {
        var skipReason = exchange.getVariable("skipReason", String.class);
        var unproven = run.report().path("unproven");
        if (skipReason != null) {
            run.ends(Outcome.SKIPPED, skipReason);
        } else if (Boolean.FALSE.equals(exchange.getVariable("steady", Boolean.class))) {
            run.ends(Outcome.INCOMPLETE, "Clever changed the district under every walk: nothing was deactivated.");
        } else if (!unproven.isEmpty()) {
            run.ends(
                    Outcome.INCOMPLETE,
                    "Nothing was deactivated that hangs on %s: ids there could not be read, or came in an order that proves nothing."
                            .formatted(
                                    unproven.valueStream().map(JsonNode::asText).collect(Collectors.joining(", "))));
        }
    }

    /** Out: the result for whoever started the run. */
    public RunResult end(Exchange exchange) {
        var run = variable(exchange, "run", Run.class);
        log.ended(run);
        return new RunResult(run.getDistrict(), run.getRunId(), run.outcome(), run.reason(), run.report());
    }

    /** From now on the run cannot fail any more: its roster is out. In: variable run. */
    public void published(Exchange exchange) {
        variable(exchange, "run", Run.class).publish();
    }

    /** Forgets the run, so that it gets no heartbeat from here. In: variable run, unless the run never began. */
    public void leave(Exchange exchange) {
        var run = exchange.getVariable("run", Run.class);
        if (run != null) {
            active.remove(run);
        }
    }

    /**
     * Turns the caught exception into outcome, class and sentence. In: variable run, unless the run never began. A run that
     * is published stays what it is.
     */
    public void fail(Exchange exchange) {
        var failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        var run = exchange.getVariable("run", Run.class);
        var errorClass = Failures.errorClass(failure);
        var sentence = Failures.sentence(failure);
        if (run == null && isForgotten(failure)) {
            log.forgotten(sentence);
        } else if (run == null) {
            log.neverBegan(String.valueOf(exchange.getVariable("district")), errorClass, sentence, isRefused(failure));
        } else if (!run.published()) {
            run.fails(errorClass, sentence);
            log.failed(run);
        }
    }

    private static boolean isForgotten(@Nullable Throwable failure) {
        return failure instanceof DistrictForgotten || (failure != null && isForgotten(failure.getCause()));
    }

    private static boolean isRefused(@Nullable Throwable failure) {
        return failure instanceof RunRefused || (failure != null && isRefused(failure.getCause()));
    }

    /** Throws what was caught, as one sentence; but not for a run that is published, whose end was kept at the second try. */
    public void rethrow(Exchange exchange) {
        var run = exchange.getVariable("run", Run.class);
        if (run != null && run.published()) {
            return;
        }
        var failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RunRefused refused) {
                throw refused;
            }
        }
        throw new RunFailed(Failures.sentence(failure));
    }

    static <T> T variable(Exchange exchange, String name, Class<T> type) {
        @Nullable T value = exchange.getVariable(name, type);
        return Objects.requireNonNull(
                value, () -> "variable " + name + " is not set: see the head of the route's file");
    }
}
