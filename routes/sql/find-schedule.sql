-- find-schedule.sql: say when a district is synchronised, and what decides that.
--
-- In   district     Clever's id of the district
--      defaultCron  SYNC_CRON, blank for none
--      zones        time zones of the states, a JSON object
--      defaultZone  SYNC_TIME_ZONE
-- Out  one row: district_id, clever_id, name, onboarding, on_schedule, cron, cron_from, time_zone, time_zone_from, us_state, misfire,
--      blackouts, next_run_at (as Quartz has it; null while it has no trigger); none for a district unknown here
select
  schedule.district_id,
  schedule.clever_id,
  coalesce(published.name, connection.name) as name,
  schedule.onboarding,
  schedule.on_schedule,
  schedule.cron,
  schedule.cron_from,
  schedule.time_zone,
  schedule.time_zone_from,
  schedule.us_state,
  schedule.misfire,
  schedule.blackouts,
  next_run.next_run_at
from sync.schedules(:?defaultCron, :?zones::jsonb, :?defaultZone) schedule
join sync.connection connection
  on connection.district_id = schedule.district_id
left join galileo.district published
  on published.district_id = schedule.district_id
left join sync.next_run next_run
  on next_run.district_id = schedule.district_id
where schedule.clever_id = :?district
