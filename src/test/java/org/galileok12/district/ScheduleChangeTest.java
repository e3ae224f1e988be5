package org.galileok12.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.galileok12.run.UnusableQuestion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person may say about a schedule; the rest is one sentence that begins with the field. */
class ScheduleChangeTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-09-02T09:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            every night        | cron 'every night' is not a Quartz cron expression. Say one like '0 30 2 * * ?', every night at half past two.
            0 0 2 1 1 ? 2020   | cron '0 0 2 1 1 ? 2020' never comes any more.
            0 0/5 * * * ?      | cron '0 0/5 * * * ?' comes more often than every 15 minutes.
            0/1 * * * * ?      | cron '0/1 * * * * ?' comes more often than every 15 minutes.
            0 0,10 2 ? * SAT   | cron '0 0,10 2 ? * SAT' comes more often than every 15 minutes.
            0 * * 24 12 ?      | cron '0 * * 24 12 ?' comes more often than every 15 minutes.
            """)
    void a_cron_that_cannot_be_used_is_a_sentence(String cron, String sentence) {
        assertThatThrownBy(() -> change(cron, null, null))
                .isInstanceOf(UnusableQuestion.class)
                .hasMessage(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 30 2 * * ?", "0 0 2,14 * * ?", "0 0/15 * * * ?", "0 0 5 ? * MON-FRI", "0 0 2 L * ?"})
    void a_cron_that_can_be_used_passes(String cron) {
        assertThat(change(cron, null, null).cron()).isEqualTo(cron);
    }

    @Test
    void a_long_cron_is_none() {
        assertThatThrownBy(() -> change("0 " + "1,".repeat(60) + "1 2 * * ?", null, null))
                .hasMessageContaining("is not a Quartz cron expression");
    }

    @Test
    void time_zone_misfire_and_cleared_fields_are_known_ones() {
        assertThatThrownBy(() -> change(null, "America/Pheonix", null))
                .hasMessage("time-zone 'America/Pheonix' is no time zone. Say one like America/Phoenix.");
        assertThatThrownBy(() -> change(null, null, "later"))
                .hasMessage("misfire 'later' is neither 'fire' nor 'skip'.");
        assertThatThrownBy(() -> ScheduleChange.of(null, null, null, List.of(), List.of("everything"), NOW))
                .hasMessage("clear 'everything' is none of cron, time-zone, misfire and blackout.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Christmas",
                "2026-12-24..",
                "2026-12-24...2026-12-26",
                "2026-12-26..2026-12-24",
                "2026-02-30",
                "2026-01-01..2027-01-02",
                "2026-12-24..2026-12-25..2026-12-26",
                "+999999999-01-01"
            })
    void what_is_no_range_of_days_is_a_sentence(String range) {
        assertThatThrownBy(() -> blackouts(range))
                .isInstanceOf(UnusableQuestion.class)
                .hasMessageStartingWith("blackout '" + range + "' is not a range of days such as");
    }

    @Test
    void ranges_that_overlap_are_refused_those_beside_each_other_are_not() {
        assertThatThrownBy(() -> blackouts("2026-12-21..2026-12-31", "2026-12-31..2027-01-04"))
                .hasMessage("blackout 2026-12-21..2026-12-31 overlaps 2026-12-31..2027-01-04.");
        var change = blackouts("2026-12-21..2026-12-31", "2027-01-01..2027-01-04", "2027-02-15");
        assertThat(change.blackouts())
                .hasToString("[2026-12-21..2026-12-31, 2027-01-01..2027-01-04, 2027-02-15..2027-02-15]");
        assertThatThrownBy(() -> change.requireNoOverlap(Blackouts.parse("2027-02-01..2027-02-28")))
                .hasMessage("blackout 2027-02-15..2027-02-15 overlaps 2027-02-01..2027-02-28.");
        change.requireNoOverlap(Blackouts.parse("2027-02-16..2027-02-28"));
    }

    private static ScheduleChange change(@Nullable String cron, @Nullable String zone, @Nullable String misfire) {
        return ScheduleChange.of(cron, zone, misfire, List.of(), List.of(), NOW);
    }

    private static ScheduleChange blackouts(String... ranges) {
        return ScheduleChange.of(null, null, null, List.of(ranges), List.of(), NOW);
    }
}
