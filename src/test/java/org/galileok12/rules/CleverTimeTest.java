package org.galileok12.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleverTimeTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            2012-08-01,                2012-08-01
            1/16/1998,                 1998-01-16
            01/16/1998,                1998-01-16
            12/1/2007,                 2007-12-01
            2013-06-01T00:00:00.000Z,  2013-06-01
            2013-06-01T23:30:00-05:00, 2013-06-01
            2024-02-29,                2024-02-29
            1900-01-01,                1900-01-01
            2200-12-31,                2200-12-31
            """)
    void every_spelling_that_clever_sends_is_one_iso_date(String sent, String iso) {
        assertThat(CleverTime.date(sent)).isEqualTo(iso);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0001-01-01",
                "9999-12-31",
                "1899-12-31",
                "2201-01-01",
                "2023-02-29",
                "2023-13-01",
                "2023-00-10",
                "2/30/2010",
                "13/1/2010",
                "1/16/98",
                "1//2010",
                "/1/2010",
                "1/16/1998/",
                "16.1.1998",
                "2023-1-1",
                "2023-06-01T25:00:00Z",
                "2023-06-01x",
                "yesterday",
                "-023-06-01",
                "1/+1/2010"
            })
    void f40_a_malformed_or_impossible_date_is_nothing(String sent) {
        assertThat(CleverTime.date(sent)).isNull();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2023-04-12T23:05:05.757Z,       2023-04-12T23:05:05.757Z
            2023-04-12T23:05:05Z,           2023-04-12T23:05:05Z
            2023-04-12T23:05:05.123456789Z, 2023-04-12T23:05:05.123456Z
            2023-04-12T23:05:05,            2023-04-12T23:05:05Z
            2023-04-12T23:05,               2023-04-12T23:05:00Z
            2023-04-12T23:05:05-05:00,      2023-04-13T04:05:05Z
            2023-04-12,                     2023-04-12T00:00:00Z
            """)
    void f40_a_timestamp_without_a_zone_is_utc(String sent, String utc) {
        assertThat(CleverTime.timestamp(sent)).isEqualTo(utc);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0001-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z",
                "2023-04-31T00:00:00Z",
                "2023-04-12T24:00:01Z",
                "2023-04-12T23:60:00Z",
                "2023-04-12T23:05:05.7x7Z",
                "2023-04-12 23:05:05",
                "2023-04-12T",
                "now",
                "1681340705"
            })
    void f40_a_malformed_timestamp_is_nothing(String sent) {
        assertThat(CleverTime.timestamp(sent)).isNull();
    }

    @Property
    boolean each_day_is_read_alike_in_all_spellings(@ForAll @IntRange(min = -25_567, max = 84_370) int epochDay) {
        var day = LocalDate.ofEpochDay(epochDay);
        var american = day.getMonthValue() + "/" + day.getDayOfMonth() + "/" + day.getYear();
        var midnight = DateTimeFormatter.ISO_INSTANT.format(day.atStartOfDay(ZoneOffset.UTC));
        return day.toString().equals(CleverTime.date(day.toString()))
                && day.toString().equals(CleverTime.date(american))
                && day.toString().equals(CleverTime.date(midnight));
    }

    @Property
    boolean f40_no_text_makes_it_fail(@ForAll String anything) {
        @Nullable String date = CleverTime.date(anything);
        @Nullable String timestamp = CleverTime.timestamp(anything);
        return date == null || LocalDate.parse(date) != null || timestamp != null;
    }
}
