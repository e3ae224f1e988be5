package org.galileok12.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.quartz.CronExpression;

/** On each local day a daily schedule has one moment, also on the two days of a year on which clocks change. */
class LocalScheduleTest {

    private static final List<String> ZONES = List.of(
            "America/New_York",
            "America/Chicago",
            "America/Denver",
            "America/Phoenix",
            "America/Los_Angeles",
            "America/Anchorage",
            "Pacific/Honolulu",
            "America/Puerto_Rico",
            "Pacific/Guam",
            "UTC",
            // Half an hour, of the clock's distance and of its change; a change at midnight.
            "Asia/Kolkata",
            "Australia/Adelaide",
            "Australia/Lord_Howe",
            "America/Havana");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # the clock leaps from 2:00 to 3:00
            America/New_York    | 0 30 1 * * ? | 2026-03-07T12:00:00Z | 2026-03-08T06:30:00Z | 2026-03-09T05:30:00Z
            America/New_York    | 0 30 2 * * ? | 2026-03-07T12:00:00Z | 2026-03-08T07:30:00Z | 2026-03-09T06:30:00Z
            America/New_York    | 0 0 3 * * ?  | 2026-03-07T12:00:00Z | 2026-03-08T07:00:00Z | 2026-03-09T07:00:00Z
            America/Chicago     | 0 0 2 * * ?  | 2026-03-07T12:00:00Z | 2026-03-08T08:00:00Z | 2026-03-09T07:00:00Z
            America/Chicago     | 0 30 2 * * ? | 2026-03-08T07:59:00Z | 2026-03-08T08:30:00Z | 2026-03-09T07:30:00Z
            America/Chicago     | 0 30 2 * * ? | 2026-03-08T08:10:00Z | 2026-03-08T08:30:00Z | 2026-03-09T07:30:00Z
            # it has no summer time
            America/Phoenix     | 0 30 2 * * ? | 2026-03-07T12:00:00Z | 2026-03-08T09:30:00Z | 2026-03-09T09:30:00Z
            Pacific/Honolulu    | 0 30 2 * * ? | 2026-03-07T13:00:00Z | 2026-03-08T12:30:00Z | 2026-03-09T12:30:00Z
            Asia/Kolkata        | 0 30 2 * * ? | 2026-03-07T22:00:00Z | 2026-03-08T21:00:00Z | 2026-03-09T21:00:00Z
            # half an hour: from 2:00 to 2:30
            Australia/Lord_Howe | 0 15 2 * * ? | 2026-10-03T12:00:00Z | 2026-10-03T15:45:00Z | 2026-10-04T15:15:00Z
            """)
    void f62_a_time_that_the_clock_leaps_over_in_spring_comes_as_much_later(
            ZoneId zone, String cron, Instant after, Instant first, Instant second) {
        assertThat(moments(cron, zone, after, 2)).containsExactly(first, second);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # the clock goes back from 2:00 to 1:00
            America/New_York    | 0 30 1 * * ? | 2026-10-31T12:00:00Z | 2026-11-01T05:30:00Z | 2026-11-02T06:30:00Z
            America/New_York    | 0 30 1 * * ? | 2026-11-01T05:30:00Z | 2026-11-02T06:30:00Z | 2026-11-03T06:30:00Z
            America/New_York    | 0 30 1 * * ? | 2026-11-01T06:10:00Z | 2026-11-02T06:30:00Z | 2026-11-03T06:30:00Z
            America/New_York    | 0 30 2 * * ? | 2026-10-31T12:00:00Z | 2026-11-01T07:30:00Z | 2026-11-02T07:30:00Z
            America/Chicago     | 0 0 1 * * ?  | 2026-10-31T12:00:00Z | 2026-11-01T06:00:00Z | 2026-11-02T07:00:00Z
            America/Phoenix     | 0 30 1 * * ? | 2026-10-31T12:00:00Z | 2026-11-01T08:30:00Z | 2026-11-02T08:30:00Z
            Pacific/Honolulu    | 0 30 1 * * ? | 2026-10-31T12:00:00Z | 2026-11-01T11:30:00Z | 2026-11-02T11:30:00Z
            # half an hour: from 2:00 to 1:30
            Australia/Lord_Howe | 0 45 1 * * ? | 2026-04-04T12:00:00Z | 2026-04-04T14:45:00Z | 2026-04-05T15:15:00Z
            """)
    void f62_a_time_that_comes_twice_in_autumn_counts_the_first_time(
            ZoneId zone, String cron, Instant after, Instant first, Instant second) {
        assertThat(moments(cron, zone, after, 2)).containsExactly(first, second);
    }

    @ParameterizedTest
    @MethodSource("zonesAndTimes")
    void f62_every_local_day_of_two_years_has_exactly_one_run(String zone, String cron) {
        var first = LocalDate.of(2026, 1, 1);
        var moment = first.atStartOfDay(ZoneId.of(zone)).toInstant().minusSeconds(1);

        var days = moments(cron, ZoneId.of(zone), moment, 730).stream()
                .map(each -> each.atZone(ZoneId.of(zone)).toLocalDate())
                .toList();

        assertThat(days)
                .containsExactlyElementsOf(
                        Stream.iterate(first, day -> day.plusDays(1)).limit(730).toList());
    }

    static Stream<Arguments> zonesAndTimes() {
        return ZONES.stream()
                .flatMap(zone -> Stream.of("0 5 0", "0 0 1", "17 30 1", "0 0 2", "59 59 2", "0 0 3", "0 55 3")
                        .map(time -> Arguments.of(zone, time + " * * ?")));
    }

    @Test
    void several_times_in_the_hour_that_is_missing_come_once_each_and_in_order() {
        assertThat(moments("0 0/30 * * * ?", ZoneId.of("America/New_York"), Instant.parse("2026-03-08T06:00:00Z"), 4))
                .containsExactly(
                        Instant.parse("2026-03-08T06:30:00Z"),
                        Instant.parse("2026-03-08T07:00:00Z"),
                        Instant.parse("2026-03-08T07:30:00Z"),
                        Instant.parse("2026-03-08T08:00:00Z"));
    }

    @Test
    void a_blackout_has_no_moment_and_the_day_after_it_has() {
        var schedule = LocalSchedule.of(
                "0 30 2 * * ?", ZoneId.of("America/Phoenix"), "2026-12-21..2027-01-04 2027-01-05..2027-01-05");

        assertThat(schedule.next(Instant.parse("2026-12-20T09:30:00Z")))
                .contains(Instant.parse("2027-01-06T09:30:00Z"));
        assertThat(schedule.isBlackout(Instant.parse("2026-12-21T07:00:00Z"))).isTrue();
        assertThat(schedule.isBlackout(Instant.parse("2026-12-21T06:59:59Z"))).isFalse();
    }

    @Test
    void a_schedule_that_has_come_to_its_end_has_no_next_moment() {
        assertThat(LocalSchedule.of("0 0 2 1 1 ? 2020", ZoneOffset.UTC, null)
                        .next(Instant.parse("2026-09-02T09:00:00Z")))
                .isEmpty();
    }

    @Test
    void what_is_no_cron_expression_is_said() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LocalSchedule.of("nightly", ZoneOffset.UTC, null))
                .withMessage("'nightly' is not a Quartz cron expression.");
    }

    /** Why districts are not left to it. */
    @Test
    void quartz_itself_leaves_out_the_day_on_which_the_clock_leaps_over_the_time() throws Exception {
        var cron = new CronExpression("0 30 2 * * ?");
        cron.setTimeZone(TimeZone.getTimeZone("America/New_York"));

        assertThat(cron.getNextValidTimeAfter(java.util.Date.from(Instant.parse("2026-03-07T12:00:00Z")))
                        .toInstant())
                .as("the day in spring is left out")
                .isEqualTo(Instant.parse("2026-03-09T06:30:00Z"));
    }

    private static List<Instant> moments(String cron, ZoneId zone, Instant after, int count) {
        var schedule = LocalSchedule.of(cron, zone, null);
        var moments = new ArrayList<Instant>();
        var last = after;
        while (moments.size() < count) {
            last = schedule.next(last).orElseThrow();
            moments.add(last);
        }
        return moments;
    }
}
