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
update sync.run set
  state = :?state,
  error_class = :?errorClass,
  reason = :?reason,
  report = :?report::jsonb,
  finished_at = now()
where district_id = :?districtId
  and run_id = :?runId
  and epoch = :?epoch
  and state = 'RUNNING'
