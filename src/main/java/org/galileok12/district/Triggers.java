package org.galileok12.district;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.quartz.JobKey;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;

/**
 * Writes Quartz's triggers: one for each district that is on schedule, and one more for a firing that was put off. Only inside a
 * transaction, which holds Quartz's own lock: two nodes that do it at once do it one after the other. Safe to share.
 */
public final class Triggers {

    static final String GROUP = "district";
    static final String GROUP_AGAIN = "district-again";

    /** Job data of a firing that was put off: the moment of the schedule. */
    static final String FIRED_FOR = "firedFor";

    /** Job data of a firing that was put off: since when it waits for Clever; none while it waits for something else. */
    static final String WAITING_SINCE = "waitingSince";

    /** As the endpoint of district-sync.camel.yaml names it. */
    private static final JobKey JOB = new JobKey("run", "district-sync");

    private final DistrictScheduler districts;
    private final Clock clock;

    Triggers(DistrictScheduler districts, Clock clock) {
        this.districts = districts;
        this.clock = clock;
    }

    /** In: one row of find-schedule-differences.sql. Doing it twice changes nothing. */
    public void apply(@Body Map<String, Object> row) throws SchedulerException {
        var scheduler = districts.scheduler();
        var key = new TriggerKey(String.valueOf(row.get("district")), GROUP);
        if (row.get("cron") == null) {
            scheduler.unscheduleJob(key);
            scheduler.unscheduleJob(new TriggerKey(key.getName(), GROUP_AGAIN));
        } else {
            var trigger = trigger(key, row);
            // One that never comes again gets no trigger, and whoever asks is told so; Quartz would refuse it.
            if (trigger.computeFirstFireTime(null) == null) {
                scheduler.unscheduleJob(key);
            } else if (!isDue(key)) {
                put(trigger);
            }
        }
    }

    /**
     * In: variables district, waitingSince. Out: waitingSince, of the firing before this one if that still waits: the wait of a
     * district has one end, however often it fires meanwhile.
     */
    public void waiting(Exchange exchange) throws SchedulerException {
        var district = Objects.requireNonNull(exchange.getVariable("district", String.class));
        var waiting = districts.scheduler().getTrigger(new TriggerKey(district, GROUP_AGAIN));
        if (waiting != null && exchange.getVariable("waitingSince") == null) {
            exchange.setVariable(
                    "waitingSince", Firings.moment(waiting.getJobDataMap().getString(WAITING_SINCE)));
        }
    }

    /** Has a firing come again. In: variables district, firedFor, nextTry, perhaps waitingSince. */
    public void again(Exchange exchange) throws SchedulerException {
        var district = Objects.requireNonNull(exchange.getVariable("district", String.class));
        var since = exchange.getVariable("waitingSince", Instant.class);
        var trigger = forJob(new TriggerKey(district, GROUP_AGAIN), district)
                .usingJobData(FIRED_FOR, String.valueOf(exchange.getVariable("firedFor", Instant.class)))
                .startAt(Date.from(Objects.requireNonNull(exchange.getVariable("nextTry", Instant.class))))
                .withSchedule(SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionIgnoreMisfires());
        put((since == null ? trigger : trigger.usingJobData(WAITING_SINCE, since.toString())).build());
    }

    private static LocalCronTrigger trigger(TriggerKey key, Map<String, Object> row) {
        @Nullable String blackouts = (String) row.get("blackouts");
        var trigger = forJob(key, key.getName())
                .withDescription(String.valueOf(row.get("description")))
                .withSchedule(LocalCronTrigger.schedule(
                        String.valueOf(row.get("cron")), ZoneId.of(String.valueOf(row.get("time_zone")))));
        return (blackouts == null ? trigger : trigger.usingJobData(LocalCronTrigger.BLACKOUTS, blackouts)).build();
    }

    /** It has not fired yet: set anew, it would lose its firing. The next look sees to it. */
    private boolean isDue(TriggerKey key) throws SchedulerException {
        var present = districts.scheduler().getTrigger(key);
        return present != null
                && present.getNextFireTime() != null
                && !present.getNextFireTime().after(Date.from(clock.instant()))
                && districts.scheduler().getTriggerState(key) != Trigger.TriggerState.ERROR;
    }

    private static TriggerBuilder<Trigger> forJob(TriggerKey key, String district) {
        return TriggerBuilder.newTrigger()
                .withIdentity(key)
                .forJob(JOB)
                .usingJobData(LocalCronTrigger.DISTRICT, district);
    }

    private void put(Trigger trigger) throws SchedulerException {
        var scheduler = districts.scheduler();
        if (scheduler.checkExists(trigger.getKey())) {
            scheduler.rescheduleJob(trigger.getKey(), trigger);
        } else {
            scheduler.scheduleJob(trigger);
        }
    }
}
