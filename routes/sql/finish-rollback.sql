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
-- Undoing a rollback puts the run in force again that it had undone.
with emptied as (
  delete from stage.undo where district_id = :?districtId
),
marked as (
  update sync.run set
    undone_by = case when run_id = :?undoes::bigint then :?runId::bigint end
  where district_id = :?districtId
    and (
      run_id = :?undoes::bigint
      or run_id = (select undoes from sync.run where district_id = :?districtId and run_id = :?undoes::bigint)
    )
),
kept as (
  update sync.run set
    report = :?report::jsonb
  where district_id = :?districtId
    and run_id = :?runId
)
update sync.connection set
  publish_hold_since = now(),
  publish_hold_by = :?by,
  publish_hold_reason = :?reason
where district_id = :?districtId
