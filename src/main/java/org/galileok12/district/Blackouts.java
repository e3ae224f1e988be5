package org.galileok12.district;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Days on which a district's schedule begins no run: ranges that do not overlap, in order, written {@code
 * 2026-12-21..2027-01-04 2027-04-05..2027-04-09}. Immutable and safe to share.
 */
public final class Blackouts {

    private static final int LONGEST = 366;

    private final List<Range> ranges;

    private Blackouts(List<Range> ranges) {
        this.ranges =
                ranges.stream().sorted(Comparator.comparing(Range::firstDay)).toList();
    }

    /** Both days belong to it. */
    public record Range(LocalDate firstDay, LocalDate lastDay) {

        /**
         * Reads {@code 2026-12-21..2027-01-04}, or one day alone.
         *
         * @throws IllegalArgumentException with a sentence for whoever wrote it
         */
        public static Range parse(String text) {
            try {
                var days = text.strip().split("\\.\\.", -1);
                var range = new Range(LocalDate.parse(days[0]), LocalDate.parse(days[days.length - 1]));
                if (days.length <= 2 && !range.lastDay.isBefore(range.firstDay) && range.isShort()) {
                    return range;
                }
            } catch (DateTimeException e) {
                // The sentence below says what fits.
            }
            throw new IllegalArgumentException(
                    "'%s' is not a range of days such as 2026-12-21..2027-01-04, of at most %d days."
                            .formatted(text, LONGEST));
        }

        boolean overlaps(Range other) {
            return !firstDay.isAfter(other.lastDay) && !other.firstDay.isAfter(lastDay);
        }

        private boolean isShort() {
            return lastDay.isBefore(firstDay.plusDays(LONGEST));
        }

        @Override
        public String toString() {
            return firstDay + ".." + lastDay;
        }
    }

    /** @param text ranges with a blank between them; null for none */
    public static Blackouts parse(@Nullable String text) {
        var ranges = new ArrayList<Range>();
        for (var range :
                text == null || text.isBlank() ? new String[0] : text.strip().split("\\s+")) {
            ranges.add(Range.parse(range));
        }
        return new Blackouts(ranges);
    }

    public List<Range> ranges() {
        return ranges;
    }

    /** The range to which this day belongs; null when it belongs to none. */
    public @Nullable Range around(LocalDate day) {
        for (var range : ranges) {
            if (!day.isBefore(range.firstDay()) && !day.isAfter(range.lastDay())) {
                return range;
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return ranges.stream().map(Range::toString).collect(Collectors.joining(" "));
    }
}
