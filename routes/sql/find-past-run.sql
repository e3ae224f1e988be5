-- find-past-run.sql: how a run stands, and its report.
--
-- In   wanted  the run
-- Out  one row: district, run_id, trigger, dry_run, state, reason, error_class, started_at, finished_at, published_at,
--      plan_hash, undoes, undone_by, report; none when there is no such run
select
  connection.clever_id as district,
  run.run_id,
  run.trigger,
  run.dry_run,
  run.state,
  run.reason,
  run.error_class,
  run.started_at,
  run.finished_at,
  run.published_at,
  run.plan_hash,
  run.undoes,
  run.undone_by,
  run.report::text as report
from sync.run run
join sync.connection connection on connection.district_id = run.district_id
where run.run_id = :?wanted::bigint
