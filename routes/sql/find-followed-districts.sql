-- find-followed-districts.sql: name the districts whose events are to be read now.
--
-- In   defaultCron  SYNC_CRON, blank for none
--      zones        time zones of the states, a JSON object
--      defaultZone  SYNC_TIME_ZONE
-- Out  one row a district: district (Clever's id), time_zone and blackouts of its schedule (the caller knows what day it is there)
--
-- Not those that wait for a full run, are on publish hold, paused, or have left; nor those with a run under way.
select
  connection.clever_id as district,
  schedule.time_zone,
  schedule.blackouts
from sync.connection connection
join sync.schedules(:?defaultCron, :?zones::jsonb, :?defaultZone) schedule
  on schedule.district_id = connection.district_id
where connection.events
  and connection.events_gap is null
  and connection.events_read_at is not null
  and connection.publish_hold_since is null
  and connection.accepted_at is null
  and connection.paused_at is null
  and connection.disconnected_at is null
  and connection.purged_at is null
  and not exists (
    select
    from sync.run run
    where run.district_id = connection.district_id and run.state = 'RUNNING'
  )
order by connection.events_read_at
