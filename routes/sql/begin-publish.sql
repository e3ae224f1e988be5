-- begin-publish.sql: say whether the run is published already, and let the journal know the run.
--
-- In   districtId  our key of the district
--      runId       the run
-- Out  one row: published, staged
--
-- After take-fence.sql and apart from it: it must see what an earlier try committed while this one waited for the fence.
-- published is true when that try was committed although its answer was lost; staged is the number of checkpoints, 0 when
-- a crash of the database has emptied the stage since the plan was made.
select
  published_at is not null as published,
  (
    select count(*)
    from sync.run_collection
    where district_id = :?districtId and run_id = :?runId
  ) as staged,
  set_config('galileo.run', run_id::text, true) as journal_run
from sync.run
where district_id = :?districtId
  and run_id = :?runId
