package org.galileok12.district;

import java.text.ParseException;
import java.time.ZoneId;
import java.util.Date;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.quartz.ScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.impl.triggers.CronTriggerImpl;
import org.quartz.spi.MutableTrigger;

/**
 * A cron trigger of Quartz that asks a {@link LocalSchedule} for its times, so that each local day has its run. It is never
 * counted as misfired: it fires as soon as a thread is free, in the order in which districts were due, and whether a late
 * firing still begins a run is for {@link Firings} to say.
 *
 * <p>The ranges of its blackouts are in its job data.
 */
public final class LocalCronTrigger extends CronTriggerImpl {

    /** Job data: the district by Clever's id. */
    static final String DISTRICT = "district";

    /** Job data: days without a run, as {@link Blackouts} writes them. */
    static final String BLACKOUTS = "blackouts";

    private static final long serialVersionUID = 1L;

    /** For a builder of Quartz's, which adds key, job and job data. */
    static ScheduleBuilder<LocalCronTrigger> schedule(String cron, ZoneId zone) {
        return new ScheduleBuilder<>() {
            @Override
            public MutableTrigger build() {
                var trigger = new LocalCronTrigger();
                trigger.setMisfireInstruction(Trigger.MISFIRE_INSTRUCTION_IGNORE_MISFIRE_POLICY);
                trigger.setTimeZone(TimeZone.getTimeZone(zone));
                try {
                    trigger.setCronExpression(cron);
                } catch (ParseException e) {
                    throw new IllegalArgumentException("'" + cron + "' is not a Quartz cron expression.", e);
                }
                return trigger;
            }
        };
    }

    /** Kept apart from Quartz's own cron triggers, by {@link LocalCronTriggers}. */
    @Override
    public boolean hasAdditionalProperties() {
        return true;
    }

    @Override
    protected @Nullable Date getTimeAfter(Date after) {
        return schedule().next(after.toInstant()).map(Date::from).orElse(null);
    }

    private LocalSchedule schedule() {
        return LocalSchedule.of(
                getCronExpression(), getTimeZone().toZoneId(), getJobDataMap().getString(BLACKOUTS));
    }
}
