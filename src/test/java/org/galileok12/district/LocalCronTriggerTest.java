package org.galileok12.district;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerUtils;

/** What Quartz makes of a trigger whose times are those of a district's schedule. */
class LocalCronTriggerTest {

    @Test
    void f62_quartz_fires_once_on_the_days_on_which_clocks_change() {
        var spring = times(trigger("0 30 2 * * ?", "America/New_York", "2026-03-07T12:00:00Z", null), 3);
        var autumn = times(trigger("0 30 1 * * ?", "America/New_York", "2026-10-31T12:00:00Z", null), 3);

        assertThat(spring)
                .containsExactly(
                        Instant.parse("2026-03-08T07:30:00Z"),
                        Instant.parse("2026-03-09T06:30:00Z"),
                        Instant.parse("2026-03-10T06:30:00Z"));
        assertThat(autumn)
                .containsExactly(
                        Instant.parse("2026-11-01T05:30:00Z"),
                        Instant.parse("2026-11-02T06:30:00Z"),
                        Instant.parse("2026-11-03T06:30:00Z"));
    }

    @Test
    void its_next_fire_time_leaves_out_a_blackout() {
        var trigger = trigger("0 30 2 * * ?", "America/Phoenix", "2026-12-20T12:00:00Z", "2026-12-21..2027-01-04");

        assertThat(times(trigger, 1)).containsExactly(Instant.parse("2027-01-05T09:30:00Z"));
    }

    @Test
    void a_firing_that_is_late_is_not_put_to_the_end_of_the_queue() {
        var trigger = trigger("0 30 2 * * ?", "America/Phoenix", "2026-12-20T12:00:00Z", null);
        trigger.computeFirstFireTime(null);
        var due = trigger.getNextFireTime();

        trigger.updateAfterMisfire(null);

        assertThat(trigger.getNextFireTime()).isEqualTo(due);
        assertThat(trigger.getMisfireInstruction()).isEqualTo(Trigger.MISFIRE_INSTRUCTION_IGNORE_MISFIRE_POLICY);
    }

    private static LocalCronTrigger trigger(String cron, String zone, String from, @Nullable String blackouts) {
        var trigger = TriggerBuilder.newTrigger()
                .withIdentity("any")
                .withSchedule(LocalCronTrigger.schedule(cron, ZoneId.of(zone)))
                .startAt(Date.from(Instant.parse(from)))
                .build();
        trigger.getJobDataMap().put(LocalCronTrigger.BLACKOUTS, blackouts);
        return trigger;
    }

    private static List<Instant> times(LocalCronTrigger trigger, int count) {
        return TriggerUtils.computeFireTimes(trigger, null, count).stream()
                .map(Date::toInstant)
                .toList();
    }
}
