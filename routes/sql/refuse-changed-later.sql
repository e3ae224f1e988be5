-- refuse-changed-later.sql: leave rows alone that another run changed since.
--
-- In   districtId  our key of the district
--      undoes      the run that is undone
--      runId       the rollback
-- Out  number of rows refused
--
-- A later run that was undone does not count for the rows that its rollback put back, nor does that rollback: going back
-- two nights is undoing the second, then the first.
update stage.undo target set
  why = 'a later run changed it'
where target.district_id = :?districtId
  and target.why is null
  and (target.entity, target.id) in (
    select later.entity, later.id
    from sync.journal later
    join sync.run run on run.district_id = later.district_id and run.run_id = later.run_id
    left join sync.run undone on undone.district_id = run.district_id and undone.run_id = run.undoes
    left join (
      select distinct run_id, entity, id
      from sync.journal
      where district_id = :?districtId and run_id > :?undoes::bigint and id is not null
    ) back on back.run_id = run.undone_by and back.entity = later.entity and back.id = later.id
    where later.district_id = :?districtId
      and later.run_id > :?undoes::bigint
      and later.run_id <> :?runId
      and later.id is not null
      and back.id is null
      and (undone.undone_by = run.run_id and undone.run_id > :?undoes::bigint) is not true
  )
