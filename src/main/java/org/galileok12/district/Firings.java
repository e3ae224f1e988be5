package org.galileok12.district;

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
    private final Duration busyCheck;
    private final MeterRegistry meters;

    Firings(Clock clock, Duration lateAfter, Duration busyCheck, MeterRegistry meters) {
        this.clock = clock;
        this.lateAfter = lateAfter;
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
        // Moments of before the schedule was changed to what it is never came.
        var from = row.get("trigger_since") instanceof Timestamp since
                        && since.toInstant().isAfter(firedFor)
                ? since.toInstant()
                : firedFor;
        if (schedule.next(from).filter(next -> !next.isAfter(now)).isPresent()) {
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

    /** Something was in the way before there was a run. Out: variable nextTry. */
    public void later(Exchange exchange) {
        exchange.setVariable("nextTry", clock.instant().plus(busyCheck));
    }

    /** A firing ends, its run begins or not. In: variable firing. */
    public void count(Exchange exchange) {
        var firing = Firing.valueOf(Objects.requireNonNull(exchange.getVariable("firing", String.class)));
        meters.counter("galileo.firings", "outcome", firing.name().toLowerCase(Locale.ROOT))
                .increment();
        if (firing.leftOut() != null) {
            var district = exchange.getVariable("district");
            LOG.info(
                    "District {} was due at {} and is not synchronised: {}.",
                    district,
                    firedFor(exchange),
                    firing.leftOut());
        }
    }

    static void set(Exchange exchange, Firing firing) {
        exchange.setVariable("firing", firing.name());
    }

    private static Instant firedFor(Exchange exchange) {
        return Objects.requireNonNull(exchange.getVariable("firedFor", Instant.class));
    }

    /** The driver takes no Instant. */
    static OffsetDateTime ofDatabase(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant moment(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : Instant.parse(text);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
