-- finish-run.sql: end a run with its outcome and report.
--
-- In   districtId  our key of the district
--      runId       the run
--      epoch       the epoch it began with
--      state       DONE, INCOMPLETE, SKIPPED or FAILED
--      errorClass  class of the error, or null
--      reason      a sentence, or null
--      report      the report as JSON
-- Out  number of rows updated, 0 when the run has lost its fence
--
-- Waits for pages that are still being staged beside a failed one, and takes the fence from those that come later: after
-- the run's end the stage can be emptied for good.
with fence as (
  update sync.connection set
    epoch = 0
  where district_id = :?districtId
    and epoch = :?epoch
  returning district_id
)
update sync.run target set
  state = :?state,
  error_class = :?errorClass,
  reason = :?reason,
  report = :?report::jsonb,
  finished_at = now()
from fence
where target.district_id = fence.district_id
  and target.run_id = :?runId
  and target.epoch = :?epoch
  and target.state = 'RUNNING'
