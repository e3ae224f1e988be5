package org.galileok12.district;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.quartz.JobDataMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges what Quartz fires, as the routes of district-sync call it: whether a run begins now, later or not at all. Holds nothing
 * of a firing itself: that is in the exchange's variables, and between two firings in the job data of a trigger. Safe to share.
 */
public final class Firings {

    private static final Logger LOG = LoggerFactory.getLogger(Firings.class);

    private final Clock clock;
    private final Duration lateAfter;
    private final Duration freshnessCheck;
    private final Duration freshnessLimit;
    private final Duration busyCheck;
    private final MeterRegistry meters;

    Firings(
            Clock clock,
            Duration lateAfter,
            Duration freshnessCheck,
            Duration freshnessLimit,
            Duration busyCheck,
            MeterRegistry meters) {
        this.clock = clock;
        this.lateAfter = lateAfter;
        this.freshnessCheck = freshnessCheck;
        this.freshnessLimit = freshnessLimit;
        this.busyCheck = busyCheck;
        this.meters = meters;
    }

    /**
     * In: Quartz's headers. Out: variables district, firedFor (the moment of the schedule), and waitingSince of a firing that was
     * put off; no district for the trigger of the endpoint itself. A recovered firing has the job data of the lost one.
     */
    public void take(Exchange exchange) {
        var message = exchange.getMessage();
        var data = message.getHeader("mergedJobDataMap", JobDataMap.class);
        var scheduled = message.getHeader("scheduledFireTime", Date.class);
        exchange.setVariable("district", data == null ? null : data.getString(LocalCronTrigger.DISTRICT));
        exchange.setVariable(
                "firedFor",
                Objects.requireNonNullElse(
                        data == null ? null : moment(data.getString(Triggers.FIRED_FOR)),
                        scheduled == null ? clock.instant() : scheduled.toInstant()));
        exchange.setVariable("waitingSince", data == null ? null : moment(data.getString(Triggers.WAITING_SINCE)));
        message.removeHeaders("*");
    }

    /** Out: the parameter firedFor. */
    public void parameters(Exchange exchange) {
        exchange.getMessage().setHeader("firedFor", ofDatabase(firedFor(exchange)));
    }

    /** In: rows of find-due-district.sql. Out: variables firing, lastSnapshot; nextTry where it is AGAIN. */
    public void judge(Exchange exchange, @Body List<Map<String, Object>> rows) {
        var firing = rows.isEmpty() ? Firing.OFF : judge(exchange, rows.get(0));
        exchange.setVariable("lastSnapshot", rows.isEmpty() ? null : rows.get(0).get("last_sync"));
        set(exchange, firing);
    }

    private Firing judge(Exchange exchange, Map<String, Object> row) {
        if (!Boolean.TRUE.equals(row.get("on_schedule"))) {
            return Firing.OFF;
        } else if (Boolean.TRUE.equals(row.get("made"))) {
            return Firing.MADE;
        }
        var untimely = untimely(exchange, row);
        if (untimely != null) {
            return untimely;
        } else if (Boolean.TRUE.equals(row.get("dry_run_active"))) {
            // It must not cost the district its night. Any other run is its night.
            exchange.setVariable("nextTry", clock.instant().plus(busyCheck));
            return Firing.AGAIN;
        }
        // A run whose node is silent is gone on with, whatever Clever has.
        return row.get("last_sync") == null || Boolean.TRUE.equals(row.get("run_active")) ? Firing.RUN : Firing.ASK;
    }

    private @Nullable Firing untimely(Exchange exchange, Map<String, Object> row) {
        var now = clock.instant();
        var firedFor = firedFor(exchange);
        var schedule = LocalSchedule.of(
                String.valueOf(row.get("cron")), ZoneId.of(String.valueOf(row.get("time_zone"))), (String)
                        row.get("blackouts"));
        if (schedule.next(firedFor).filter(next -> !next.isAfter(now)).isPresent()) {
            return Firing.SUPERSEDED;
        } else if (schedule.isBlackout(now)) {
            return Firing.BLACKOUT;
        }
        return "skip".equals(row.get("misfire"))
                        && exchange.getVariable("waitingSince") == null
                        && firedFor.plus(lateAfter).isBefore(now)
                ? Firing.LATE
                : null;
    }

    /**
     * In: body, the district's record of Clever. Out: variable firing: RUN when Clever has synced the district since our last
     * snapshot, does not say, or will let nothing be read anyway; AGAIN while it has not and the wait has not come to its end.
     */
    public void judgeFreshness(Exchange exchange, @Body JsonNode district) {
        var now = clock.instant();
        var since = Objects.requireNonNullElse(exchange.getVariable("waitingSince", Instant.class), now);
        var lastSync = moment(district.path("last_sync").textValue());
        var state = district.path("state").asText("");
        var known = ((Timestamp) Objects.requireNonNull(exchange.getVariable("lastSnapshot"))).toInstant();
        if (lastSync == null
                || lastSync.isAfter(known)
                || !(state.isEmpty() || state.equals("running") || state.equals("success"))) {
            waited(exchange, since, now, false);
            set(exchange, Firing.RUN);
        } else if (!since.plus(freshnessLimit).isAfter(now)) {
            waited(exchange, since, now, true);
            set(exchange, Firing.RUN);
        } else {
            var end = since.plus(freshnessLimit);
            var next = now.plus(freshnessCheck);
            exchange.setVariable("waitingSince", since);
            exchange.setVariable("nextTry", next.isAfter(end) ? end : next);
            set(exchange, Firing.AGAIN);
        }
    }

    /** Out: variable firing. Whatever keeps Clever from answering meets the run too, which tells it. */
    public void goOn(Exchange exchange) {
        set(exchange, Firing.RUN);
    }

    /** A firing ends, its run begins or not. In: variable firing. */
    public void count(Exchange exchange) {
        var firing = Objects.requireNonNull(exchange.getVariable("firing", String.class));
        meters.counter("galileo.firings", "outcome", firing.toLowerCase(Locale.ROOT))
                .increment();
        if (firing.equals(Firing.LATE.name()) || firing.equals(Firing.BLACKOUT.name())) {
            LOG.info(
                    "District {} was due at {} and is not synchronised: {}.",
                    exchange.getVariable("district"),
                    exchange.getVariable("firedFor"),
                    firing.equals(Firing.LATE.name())
                            ? "it is too late for it, and its schedule says skip"
                            : "today is in a blackout");
        }
    }

    private static void waited(Exchange exchange, Instant since, Instant now, boolean inVain) {
        if (exchange.getVariable("waitingSince") != null || inVain) {
            exchange.setVariable(
                    "waitedSeconds", (int) Duration.between(since, now).toSeconds());
            exchange.setVariable("notFresh", inVain);
        }
    }

    private static void set(Exchange exchange, Firing firing) {
        exchange.setVariable("firing", firing.name());
    }

    private static Instant firedFor(Exchange exchange) {
        return Objects.requireNonNull(exchange.getVariable("firedFor", Instant.class));
    }

    /** The driver takes no Instant. */
    static OffsetDateTime ofDatabase(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant moment(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : Instant.parse(text);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
