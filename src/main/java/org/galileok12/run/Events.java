package org.galileok12.run;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.galileok12.clever.CleverPage;
import org.galileok12.clever.EventsUnavailable;
import org.galileok12.roster.SqlRow;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads and judges Clever's events as the routes call it. Safe to share; each look has a batch of its own. */
public final class Events {

    private static final Logger LOG = LoggerFactory.getLogger(Events.class);
    private static final String BATCH = "eventBatch";

    private final Clock clock;
    private final MeterRegistry meters;
    private final Duration kept;
    private final int pages;

    /**
     * @param kept how long Clever is trusted to keep an event
     * @param pages so many pages at most are applied by one run
     */
    Events(Clock clock, MeterRegistry meters, Duration kept, int pages) {
        this.clock = clock;
        this.meters = meters;
        this.kept = kept;
        this.pages = pages;
    }

    /** In: rows of find-events-position.sql. Out: variable eventBatch; none of an earlier look's findings. */
    public void begin(Exchange exchange, @Body List<Map<String, Object>> rows) {
        exchange.setVariable(BATCH, new EventBatch(EventPlace.of(rows.get(0)), clock.instant()));
        exchange.setVariable("districtId", rows.get(0).get("district_id"));
        List.of("eventReadAt", "eventGap", "eventTrouble", "run").forEach(exchange::removeVariable);
    }

    /** In: a page of events. Out: variable cleverUri, the next page's; none at the end, or when this run has enough. */
    public void add(Exchange exchange, @Body CleverPage page) {
        var batch = batch(exchange);
        batch.add(page);
        exchange.removeVariable("cleverUri");
        if (page.next() != null && batch.pages() < pages) {
            exchange.setVariable("cleverUri", page.next());
        }
    }

    /** Out: variable eventVerdict: apply; note what is to be remembered of a look that applies nothing; or leave. */
    public void judge(Exchange exchange) {
        var batch = batch(exchange);
        if (batch.pages() == 0) {
            // The service is stopping: that the cursor was not met says nothing.
            exchange.setVariable("eventVerdict", "leave");
            return;
        }
        var gap = batch.from().gap(clock.instant(), kept, batch.cursorMet());
        exchange.setVariable("eventVerdict", gap == null && batch.events() > 0 ? "apply" : "note");
        if (gap != null) {
            gap(exchange, gap);
        } else {
            exchange.setVariable("eventReadAt", batch.to().readAt().toString());
        }
    }

    /** Clever has paused the district, or it is broken there: its events wait. In: variable skipReason. */
    public void postpone(Exchange exchange) {
        exchange.removeVariable("eventReadAt");
        exchange.setVariable("eventTrouble", exchange.getVariable("skipReason", String.class));
    }

    /** In: the exception, caught. */
    public void failed(Exchange exchange) {
        var failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        exchange.removeVariable("eventReadAt");
        if (Failures.cause(failure, EventsUnavailable.class) != null) {
            // What happens while they are switched off, no event will ever tell.
            gap(exchange, Failures.sentence(failure).replaceFirst("\\.$", ""));
            return;
        }
        var sentence = Failures.sentence(failure);
        exchange.setVariable("eventTrouble", sentence);
        LOG.warn("District {}: its events were not applied. {}", exchange.getVariable("district"), sentence);
    }

    private void gap(Exchange exchange, String why) {
        exchange.setVariable("eventGap", why);
        meters.counter("galileo.events", "outcome", "gap").increment();
        LOG.warn(
                "District {} is not followed by events until a full run is published: {}.",
                exchange.getVariable("district"),
                why);
    }

    /** Out: the parameters of note-events.sql. */
    public void headersOfNote(Exchange exchange) {
        var message = exchange.getMessage();
        var batch = exchange.getVariable(BATCH, EventBatch.class);
        message.setHeader("district", exchange.getVariable("district"));
        message.setHeader("cursor", batch == null ? null : batch.from().cursor());
        message.setHeader("readAt", exchange.getVariable("eventReadAt"));
        message.setHeader("gap", exchange.getVariable("eventGap"));
        message.setHeader("trouble", exchange.getVariable("eventTrouble"));
    }

    /** Out: the parameters of begin-events-run.sql. */
    public void headersOfRun(Exchange exchange) {
        var message = exchange.getMessage();
        message.setHeader("district", exchange.getVariable("district"));
        message.setHeader("apiVersion", exchange.getContext().resolvePropertyPlaceholders("{{clever.api-version}}"));
        message.setHeader("cursor", batch(exchange).from().cursor());
        batch(exchange).to().headers(message);
    }

    /** The records of variable collection, as a page. */
    public CleverPage page(Exchange exchange) {
        return batch(exchange).page(Runs.variable(exchange, "collection", String.class));
    }

    /** The deletions of variable collection, as a JSON array. */
    public String deletions(Exchange exchange) {
        return batch(exchange).deletions(Runs.variable(exchange, "collection", String.class));
    }

    /** In: the row of drop-outdated.sql, variable run. */
    public void outdated(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var batch = batch(exchange);
        Runs.variable(exchange, "run", Run.class)
                .report()
                .putObject("events")
                .put("read", batch.events())
                .put("skipped", batch.skipped())
                .put("unreadable", batch.unreadable())
                .put("outdated", total(rows.get(0)));
    }

    /** In: the row of drop-undecided.sql, variable run. */
    public void undecided(Exchange exchange, @Body List<Map<String, Object>> rows) {
        Runs.variable(exchange, "run", Run.class)
                .report()
                .withObjectProperty("events")
                .put("leftToFullRun", total(rows.get(0)));
    }

    /** A run of events has ended. Out: variables eventRuns, and moreEvents when Clever has more. */
    public void applied(Exchange exchange) {
        var batch = batch(exchange);
        var published = Runs.variable(exchange, "run", Run.class).published();
        if (published) {
            count("applied", batch.events() - batch.skipped() - batch.unreadable());
            count("skipped", batch.skipped());
            count("unreadable", batch.unreadable());
        }
        exchange.setVariable("eventRuns", Runs.variable(exchange, "eventRuns", Integer.class) + 1);
        exchange.setVariable("moreEvents", published && batch.more());
    }

    /** Before a full walk. In: a page with the newest events. Out: the parameters of save-events-position.sql. */
    public void newest(Exchange exchange, @Body CleverPage page) {
        var now = clock.instant();
        var batch = new EventBatch(new EventPlace(null, null, null, now), now);
        batch.add(new CleverPage(page.records(), null));
        batch.to().headers(exchange.getMessage());
    }

    /** In: the exception, caught. Out: the parameter of note-events-trouble.sql. */
    public void unknownPosition(Exchange exchange) {
        var sentence = Failures.sentence(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
        exchange.getMessage().setHeader("trouble", sentence);
        LOG.warn(
                "District {} cannot be followed by events after this run. {}",
                exchange.getVariable("district"),
                sentence);
    }

    private void count(String outcome, int events) {
        meters.counter("galileo.events", "outcome", outcome).increment(Math.max(0, events));
    }

    private static long total(@Nullable Map<String, Object> row) {
        return row == null
                ? 0
                : SqlRow.number(row, "people") + SqlRow.number(row, "sections") + SqlRow.number(row, "schools");
    }

    private static EventBatch batch(Exchange exchange) {
        return Runs.variable(exchange, BATCH, EventBatch.class);
    }
}
