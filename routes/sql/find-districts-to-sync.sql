-- find-districts-to-sync.sql: which of the districts that Clever lists are synchronised together (`sync all`, the nightly sync).
--
-- In   list        Clever's list as JSON: district, rostering
--      autoAccept  whether the service takes districts on by itself
-- Out  one row a district: district
--
-- Those that are scheduled and not paused; with auto-accept also those that nobody has looked at yet. A district that has left
-- is among them: its run is refused, which says so.
select distinct lower(item.district) as district
from jsonb_to_recordset(:?list::jsonb) as item (district text, rostering boolean)
left join sync.connection connection on connection.clever_id = lower(item.district)
left join sync.probe probe on probe.district_id = connection.district_id
where item.rostering
  and connection.paused_at is null
  and probe.is_ours is not false
  and (
    connection.onboarding = 'scheduled'
    or (:?autoAccept::boolean and coalesce(connection.onboarding, 'requested') = 'requested')
  )
order by district
