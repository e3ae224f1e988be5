-- finish-rollback.sql: keep the report of a rollback, mark the run as undone, and put the district on publish hold.
--
-- In   districtId  our key of the district
--      runId       the rollback
--      undoes      the run that is undone
--      by          who decided it
--      reason      why the district is on hold
--      report      the report as JSON
-- Out  number of districts updated, 1
--
-- Undoing a rollback puts the run in force again that it had undone; if that was a rollback too, what it undid is undone
-- again, and so on.
with recursive chain as (
  select
    :?undoes::bigint as run_id,
    :?runId::bigint as by_run,
    true as undone
  union all
  select
    run.undoes,
    run.run_id,
    not chain.undone
  from chain
  join sync.run run on run.district_id = :?districtId and run.run_id = chain.run_id
  where run.undoes is not null
),
emptied as (
  delete from stage.undo where district_id = :?districtId
),
marked as (
  update sync.run target set
    undone_by = case when chain.undone then chain.by_run end
  from chain
  where target.district_id = :?districtId
    and target.run_id = chain.run_id
),
kept as (
  update sync.run set
    report = :?report::jsonb
  where district_id = :?districtId
    and run_id = :?runId
)
update sync.connection set
  -- What was put back is older than the last event applied.
  events_gap = case when events then :?reason else events_gap end,
  publish_hold_since = now(),
  publish_hold_by = :?by,
  publish_hold_reason = :?reason
where district_id = :?districtId
