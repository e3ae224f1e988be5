-- find-schedule-differences.sql: name the districts whose trigger is not what their schedule says.
--
-- In   defaultCron  SYNC_CRON, blank for none
--      zones        time zones of the states, a JSON object
--      defaultZone  SYNC_TIME_ZONE
--      only         Clever's id of the one district to look at, or null
-- Out  one row a district: district (Clever's id), cron, time_zone, blackouts, description; cron is null where the trigger
--      must go
--
-- One pass over all districts and all triggers. A trigger that is due is left as it is until it has fired: setting it anew
-- would lose its firing.
select
  coalesce(wanted.clever_id, present.trigger_name) as district,
  wanted.cron,
  wanted.time_zone,
  wanted.blackouts,
  wanted.description
from (
  select
    schedule.clever_id,
    schedule.cron,
    schedule.time_zone,
    schedule.blackouts,
    concat_ws(' | ', schedule.cron, schedule.time_zone, 'blackouts ' || md5(schedule.blackouts)) as description
  from sync.schedules(:?defaultCron, :?zones::jsonb, :?defaultZone) schedule
  where schedule.on_schedule
) wanted
full join (
  select
    trigger.trigger_name,
    trigger.description,
    trigger.trigger_state,
    trigger.next_fire_time
  from sync.qrtz_triggers trigger
  where trigger.sched_name = 'galileo-districts'
    and trigger.trigger_group = 'district'
) present on present.trigger_name = wanted.clever_id
where (:?only::text is null or coalesce(wanted.clever_id, present.trigger_name) = :?only::text)
  and (
    wanted.clever_id is null
    or present.trigger_name is null
    or present.trigger_state = 'ERROR'
    or (
      present.description is distinct from wanted.description
      and present.next_fire_time > extract(epoch from now()) * 1000
    )
  )
