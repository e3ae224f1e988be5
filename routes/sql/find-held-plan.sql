-- find-held-plan.sql: find the held plan of a run, and what came of it.
--
-- In   decidedRun  the run
-- Out  one row: district_id, district, held_hash, and of the plan: run_id, hash, state, rows, decided_by, decided_at,
--      decided_run, open_run, open_hash; none when there is no such run
--
-- A later run that holds the same set has no plan of its own: it points to the one that waits.
select
  run.district_id,
  connection.clever_id as district,
  run.held_hash,
  plan.run_id,
  plan.hash,
  plan.state,
  plan.rows,
  plan.decided_at,
  plan.decided_run,
  decision.decided_by,
  open.run_id as open_run,
  open.hash as open_hash
from sync.run run
join sync.connection connection on connection.district_id = run.district_id
left join lateral (
  select
    run_id,
    hash,
    state,
    rows,
    decided_at,
    decided_run
  from sync.held_plan
  where district_id = run.district_id and hash = run.held_hash
  order by state = 'open' desc, run_id desc
  limit 1
) plan on true
left join sync.held_plan open
  on open.district_id = run.district_id and open.state = 'open'
left join lateral (
  select decided_by
  from sync.decision
  where district_id = run.district_id
    and run_id = plan.run_id
    and kind in ('approve', 'reject')
    and decided_at = plan.decided_at
  limit 1
) decision on true
where run.run_id = :?decidedRun
