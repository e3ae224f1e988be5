package org.galileok12.rules;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads the spellings of dates and times that Clever's API really sends, and gives them back as ISO 8601; null for anything
 * else, for days that do not exist, and for years outside 1900 to 2200.
 *
 * <p>The usual spellings are read digit by digit: two timestamps in each of a million records made java.time the larger half
 * of the whole record step.
 */
public final class CleverTime {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;
    private static final int DATE_LENGTH = 10;
    private static final int SECONDS_LENGTH = 19;
    private static final int MICROS_LENGTH = 26;

    private CleverTime() {}

    /** {@code 2012-08-01}, {@code 8/1/2012} or a timestamp, whose date is taken as it is written. */
    static @Nullable String date(String text) {
        if (text.indexOf('/') >= 0) {
            return monthDayYear(text);
        }
        if (text.length() > DATE_LENGTH) {
            return timestamp(text) == null ? null : text.substring(0, DATE_LENGTH);
        }
        return isDate(text) ? text : null;
    }

    /** {@code 2012-08-01T10:00:00.000Z}, with an offset, without a zone (then UTC), or a date (its midnight in UTC). */
    public static @Nullable String timestamp(String text) {
        if (text.length() < DATE_LENGTH || !isDate(text.substring(0, DATE_LENGTH))) {
            return null;
        }
        if (text.length() == DATE_LENGTH) {
            return text + "T00:00:00Z";
        }
        return isPlainUtc(text) ? text : rareTimestamp(text);
    }

    private static boolean isDate(String text) {
        return text.length() == DATE_LENGTH
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && exists(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    }

    private static @Nullable String monthDayYear(String text) {
        var first = text.indexOf('/');
        var second = text.indexOf('/', first + 1);
        if (first > 2 || second > first + 3 || text.length() != second + 5) {
            return null;
        }
        var month = number(text, 0, first);
        var day = number(text, first + 1, second);
        var year = number(text, second + 1, text.length());
        if (!exists(year, month, day)) {
            return null;
        }
        return year + (month < 10 ? "-0" : "-") + month + (day < 10 ? "-0" : "-") + day;
    }

    private static boolean isPlainUtc(String text) {
        var last = text.length() - 1;
        if (last < SECONDS_LENGTH || last > MICROS_LENGTH || text.charAt(last) != 'Z' || text.charAt(10) != 'T') {
            return false;
        }
        var fraction = last == SECONDS_LENGTH || (text.charAt(19) == '.' && number(text, 20, last) >= 0);
        return fraction
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && within(number(text, 11, 13), 23)
                && within(number(text, 14, 16), 59)
                && within(number(text, 17, 19), 59);
    }

    private static @Nullable String rareTimestamp(String text) {
        try {
            var parsed = DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            var instant = parsed instanceof OffsetDateTime zoned
                    ? zoned.toInstant()
                    : ((LocalDateTime) parsed).toInstant(ZoneOffset.UTC);
            return instant.truncatedTo(ChronoUnit.MICROS).toString();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean exists(int year, int month, int day) {
        return year >= FIRST_YEAR
                && year <= LAST_YEAR
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= Month.of(month).length(Year.isLeap(year));
    }

    private static boolean within(int number, int highest) {
        return number >= 0 && number <= highest;
    }

    /** -1 when there is no digit, or anything but digits. */
    private static int number(String text, int from, int to) {
        var number = from < to ? 0 : -1;
        for (var i = from; i < to; i++) {
            var digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
