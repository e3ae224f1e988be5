package org.galileok12.district;

import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.quartz.CronExpression;

/**
 * When a district is due: a cron expression read on the district's own clock, without the days of its blackouts. The only place
 * where the next time is computed: what Quartz fires, what a person is shown and what is checked all ask here.
 *
 * <p>Quartz's own reading of an expression in a time zone is not used, since it leaves out the day on which the clock leaps
 * over the time (seen in 2.5.2). Here each local time of the expression is one moment: one that the clock leaps over comes
 * as much later as the clock leaps, one that comes twice counts the first time. Immutable and safe to share.
 */
public final class LocalSchedule {

    private final CronExpression cron;
    private final ZoneId zone;
    private final Blackouts blackouts;

    private LocalSchedule(CronExpression cron, ZoneId zone, Blackouts blackouts) {
        this.cron = cron;
        this.zone = zone;
        this.blackouts = blackouts;
    }

    /**
     * @param blackouts ranges as {@link Blackouts} writes them; null for none
     * @throws IllegalArgumentException for an expression that is none
     */
    public static LocalSchedule of(String cron, ZoneId zone, @Nullable String blackouts) {
        try {
            var expression = new CronExpression(cron);
            // A clock that never changes: dates of it stand for local times.
            expression.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
            return new LocalSchedule(expression, zone, Blackouts.parse(blackouts));
        } catch (ParseException e) {
            throw new IllegalArgumentException("'" + cron + "' is not a Quartz cron expression.", e);
        }
    }

    public ZoneId zone() {
        return zone;
    }

    /** The first moment after this one; empty when none comes any more. */
    public Optional<Instant> next(Instant after) {
        @Nullable Instant best = null;
        for (var local = following(before(after)); local != null; local = following(local)) {
            var blackout = blackouts.around(local.toLocalDate());
            if (blackout != null) {
                local = blackout.lastDay().plusDays(1).atStartOfDay().minusSeconds(1);
                continue;
            }
            var moment = local.atZone(zone).toInstant();
            if (moment.isAfter(after) && (best == null || moment.isBefore(best))) {
                best = moment;
            }
            // Of times that the clock leaps over, a later one may come earlier: 2:30 at 3:30, 3:00 at 3:00.
            if (best != null && !isLeaptOver(local)) {
                break;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Whether no run begins at this moment, since the local day belongs to a blackout. */
    public boolean isBlackout(Instant moment) {
        return blackouts.around(moment.atZone(zone).toLocalDate()) != null;
    }

    /** A local time before all whose moment may come after this one. */
    private LocalDateTime before(Instant after) {
        var change = zone.getRules().previousTransition(after.plusSeconds(1));
        return change != null
                        && change.isGap()
                        && after.isBefore(change.getInstant().plus(change.getDuration()))
                ? change.getDateTimeBefore().minusSeconds(1)
                : LocalDateTime.ofInstant(after, zone);
    }

    private @Nullable LocalDateTime following(LocalDateTime local) {
        var next = cron.getNextValidTimeAfter(Date.from(local.toInstant(ZoneOffset.UTC)));
        return next == null ? null : LocalDateTime.ofInstant(next.toInstant(), ZoneOffset.UTC);
    }

    private boolean isLeaptOver(LocalDateTime local) {
        return zone.getRules().getValidOffsets(local).isEmpty();
    }
}
