-- find-followed-districts.sql: name the districts whose events are to be read now.
--
-- In   nothing
-- Out  one row a district: district (Clever's id)
--
-- Not those that wait for a full run, are on publish hold, paused, or have left; nor those with a run under way.
select connection.clever_id as district
from sync.connection connection
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
