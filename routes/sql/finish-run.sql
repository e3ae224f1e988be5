-- finish-run.sql: end a run with its outcome and report.
--
-- In   districtId  our key of the district
--      runId       the run
--      epoch       the epoch it began with, or was claimed with
--      state       DONE, INCOMPLETE, HELD, SKIPPED or FAILED
--      errorClass  class of the error, or null
--      reason      a sentence, or null
--      report      the report as JSON
-- Out  one row: run_id, also when an earlier try ended it so and its answer was lost; none when the run has lost its fence
--
-- Waits for pages that are still being staged beside a failed one, and takes the fence from those that come later: after
-- the run's end the stage can be emptied for good. A published run never ends as FAILED.
with fence as (
  update sync.connection connection set
    epoch = 0
  where connection.district_id = :?districtId
    and connection.epoch = :?epoch
    and not exists (
      select
      from sync.run published
      where published.district_id = :?districtId
        and published.run_id = :?runId
        and published.published_at is not null
        and :?state::text = 'FAILED'
    )
  returning connection.district_id
),
ended as (
  update sync.run target set
    state = :?state,
    error_class = :?errorClass,
    reason = :?reason,
    report = :?report::jsonb,
    parked_until = null,
    finished_at = now()
  from fence
  where target.district_id = fence.district_id
    and target.run_id = :?runId
    and target.epoch = :?epoch
    and target.state = 'RUNNING'
  returning target.run_id
)
select run_id
from ended
union all
select before.run_id
from sync.run before
where before.district_id = :?districtId
  and before.run_id = :?runId
  and before.epoch = :?epoch
  and before.state = :?state
