-- find-districts-to-probe.sql: find the districts that Clever should be asked about now.
--
-- In   probes  at most so many, those looked at longest ago first
-- Out  one row a district: district
--
-- Those on their way to be scheduled, each time; those that are scheduled when they were never looked at, have a newer token
-- since, or a look said that their token is for somebody else, and all once a day. Those for sign-on only until they
-- were looked at once, for their name.
select connection.clever_id as district
from sync.connection connection
left join sync.probe probe on probe.district_id = connection.district_id
where connection.rostering is not null
  and connection.disconnected_at is null
  and connection.purged_at is null
  and connection.missed_polls = 0
  and (
    connection.rostering and connection.onboarding in ('requested', 'accepted', 'ready')
    or not connection.rostering and probe.probed_at is null
    or (
      connection.rostering
      and connection.onboarding = 'scheduled'
      and (
        probe.probed_at is null
        or probe.is_ours is false
        or probe.probed_at < now() - interval '1 day'
        or connection.authorised_at > probe.probed_at
      )
    )
  )
order by greatest(probe.probed_at, probe.failed_at) nulls first, connection.district_id
limit :?probes::int
