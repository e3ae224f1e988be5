-- find-stale-runs.sql: name the districts whose run has not been heard of.
--
-- In   staleAfter  seconds without a heartbeat after which a run counts as dead
-- Out  one row a district: district (Clever's id)
--
-- Locks nothing: whoever claims a run looks again.
select connection.clever_id as district
from sync.run run
join sync.connection connection on connection.district_id = run.district_id
where run.state = 'RUNNING'
  and run.heartbeat_at < now() - make_interval(secs => :?staleAfter)
-- Those whose node has died come before those that Clever let wait.
order by run.parked_until is not null, run.heartbeat_at
