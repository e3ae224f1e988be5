-- find-stale-runs.sql: name the districts whose run has not been heard of.
--
-- In   staleAfter  seconds without a heartbeat after which a run counts as dead
-- Out  one row a district: district (Clever's id), parked (it waited for Clever; its node has not died)
--
-- Locks nothing: whoever claims a run looks again.
select
  connection.clever_id as district,
  run.parked_until is not null as parked
from sync.run run
join sync.connection connection on connection.district_id = run.district_id
where run.state = 'RUNNING'
  and run.heartbeat_at < now() - make_interval(secs => :?staleAfter)
order by run.heartbeat_at
