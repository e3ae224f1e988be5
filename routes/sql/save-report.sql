-- save-report.sql: keep the report of a run before its plan is published.
--
-- In   districtId  our key of the district
--      runId       the run
--      report      the report as JSON, outcome and reason included
-- Out  number of rows updated, 1
--
-- Whoever finds the run published, but not ended, ends it with this.
update sync.run set
  report = :?report::jsonb
where district_id = :?districtId
  and run_id = :?runId
