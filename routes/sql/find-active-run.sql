-- find-active-run.sql: say which run of a district is active.
--
-- In   district    Clever's id of the district
--      staleAfter  seconds without a heartbeat after which a run counts as dead
-- Out  one row: run_id, started_at, trigger, dry_run, stale, parked_until (null unless it waits for Clever); none when no run is active
select
  run.run_id,
  run.started_at,
  run.trigger,
  run.dry_run,
  case when run.parked_until > now() then run.parked_until end as parked_until,
  run.heartbeat_at < now() - make_interval(secs => :?staleAfter) as stale
from sync.run run
join sync.connection connection on connection.district_id = run.district_id
where connection.clever_id = :?district and run.state = 'RUNNING'
