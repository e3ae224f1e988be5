-- judge-run-to-undo.sql: say whether a run can be undone.
--
-- In   districtId  our key of the district
--      undoes      the run
-- Out  one row: state, dry_run, published, undone_by, changes, dropped, active_run, active_since
--
-- changes counts journal entries; dropped those whose values are gone by age.
select
  run.state,
  run.dry_run,
  run.published_at is not null as published,
  run.undone_by,
  (
    select count(*)
    from sync.journal
    where district_id = run.district_id and run_id = run.run_id
  ) as changes,
  (
    select count(*)
    from sync.journal
    where district_id = run.district_id
      and run_id = run.run_id
      and action <> 'create'
      and before is null
  ) as dropped,
  active.run_id as active_run,
  active.started_at as active_since
from sync.run run
left join sync.run active on active.district_id = run.district_id and active.state = 'RUNNING'
where run.district_id = :?districtId
  and run.run_id = :?undoes::bigint
