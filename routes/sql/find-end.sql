-- find-end.sql: say whether a run has ended, and how.
--
-- In   awaited     the run
--      staleAfter  seconds without a heartbeat after which a run counts as dead
-- Out  one row: state, reason, report, dry_run, waiting (false when it has ended, or its node is silent)
select
  state,
  reason,
  report::text as report,
  dry_run,
  state = 'RUNNING' and heartbeat_at >= now() - make_interval(secs => :?staleAfter) as waiting
from sync.run
where run_id = :?awaited
