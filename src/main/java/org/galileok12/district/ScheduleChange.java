package org.galileok12.district;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.galileok12.run.UnusableQuestion;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants changed in a district's schedule; what is null stays. Everything in it is usable: the rest was refused with a
 * sentence that names the field.
 *
 * @param misfire {@code fire} or {@code skip}
 * @param blackouts ranges that are added
 * @param clear fields that go back to their default before the others are set: cron, time-zone, misfire, blackout
 */
public record ScheduleChange(
        @Nullable String cron,
        @Nullable String timeZone,
        @Nullable String misfire,
        List<Blackouts.Range> blackouts,
        Set<String> clear) {

    private static final Set<String> FIELDS = Set.of("cron", "time-zone", "misfire", "blackout");
    private static final int LONGEST_CRON = 100;
    private static final int MOST_BLACKOUTS = 50;
    private static final Duration OFTENEST = Duration.ofMinutes(15);

    /** @throws UnusableQuestion with a sentence that names the field */
    public static ScheduleChange of(
            @Nullable String cron,
            @Nullable String timeZone,
            @Nullable String misfire,
            List<String> blackouts,
            List<String> clear,
            Clock clock) {
        requireCron(cron, clock.instant());
        if (timeZone != null && !ZoneId.getAvailableZoneIds().contains(timeZone)) {
            throw new UnusableQuestion("time-zone '" + timeZone + "' is no time zone. Say one like America/Phoenix.");
        }
        if (misfire != null && !Set.of("fire", "skip").contains(misfire)) {
            throw new UnusableQuestion("misfire '" + misfire + "' is neither 'fire' nor 'skip'.");
        }
        for (var field : clear) {
            if (!FIELDS.contains(field)) {
                throw new UnusableQuestion("clear '" + field + "' is none of cron, time-zone, misfire and blackout.");
            }
        }
        return new ScheduleChange(cron, timeZone, misfire, ranges(blackouts), new LinkedHashSet<>(clear));
    }

    public boolean isEmpty() {
        return cron == null && timeZone == null && misfire == null && blackouts.isEmpty() && clear.isEmpty();
    }

    /** @throws UnusableQuestion when a range overlaps one of these */
    void requireNoOverlap(Blackouts present) {
        if (!clear.contains("blackout")) {
            requireNoOverlap(blackouts, present.ranges());
        }
        if (blackouts.size()
                        + (clear.contains("blackout") ? 0 : present.ranges().size())
                > MOST_BLACKOUTS) {
            throw new UnusableQuestion(
                    "blackout: a district has at most " + MOST_BLACKOUTS + " ranges. Clear old ones.");
        }
    }

    private static void requireNoOverlap(List<Blackouts.Range> ranges, List<Blackouts.Range> present) {
        for (var range : ranges) {
            for (var other : present) {
                if (range != other && range.overlaps(other)) {
                    throw new UnusableQuestion("blackout " + range + " overlaps " + other + ".");
                }
            }
        }
    }

    private static List<Blackouts.Range> ranges(List<String> texts) {
        var ranges = new ArrayList<Blackouts.Range>();
        for (var text : texts) {
            try {
                ranges.add(Blackouts.Range.parse(text));
            } catch (IllegalArgumentException e) {
                throw new UnusableQuestion("blackout " + e.getMessage());
            }
        }
        requireNoOverlap(ranges, ranges);
        return List.copyOf(ranges);
    }

    private static void requireCron(@Nullable String cron, Instant now) {
        if (cron == null) {
            return;
        }
        try {
            var schedule = LocalSchedule.of(cron.length() > LONGEST_CRON ? "" : cron, ZoneOffset.UTC, null);
            var first = schedule.next(now);
            if (first.isEmpty()) {
                throw new UnusableQuestion("cron '" + cron + "' never comes any more.");
            }
            var moment = first.get();
            // What happens within a week of its first time shows how often it comes.
            var week = moment.plus(Duration.ofDays(7));
            for (var next = schedule.next(moment);
                    next.isPresent() && moment.isBefore(week);
                    next = schedule.next(moment)) {
                if (next.get().isBefore(moment.plus(OFTENEST))) {
                    throw new UnusableQuestion(
                            "cron '" + cron + "' comes more often than every " + OFTENEST.toMinutes() + " minutes.");
                }
                moment = next.get();
            }
        } catch (IllegalArgumentException e) {
            throw new UnusableQuestion("cron '" + cron
                    + "' is not a Quartz cron expression. Say one like '0 30 2 * * ?', every night at half past two.");
        }
    }
}
