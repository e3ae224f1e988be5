-- begin-publish.sql: take the fence of a run for itself and let the journal know the run.
--
-- In   districtId  our key of the district
--      runId       the run
--      epoch       the epoch it began with
-- Out  one row: published, staged; none when the run has lost its fence
--
-- published is true when an earlier try was committed although its answer was lost; staged is the number of checkpoints,
-- 0 when a crash of the database has emptied the stage since the plan was made.
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
  and epoch = :?epoch
  and state = 'RUNNING'
for update
