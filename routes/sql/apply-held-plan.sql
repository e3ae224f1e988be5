-- apply-held-plan.sql: say that the held plan which a person approved is published by this run.
--
-- In   districtId   our key of the district
--      runId        the run
--      approvedRun  the run that held the plan, or null when nothing was approved
-- Out  number of plans applied, 0 or 1
update sync.held_plan set
  state = 'applied',
  decided_at = now(),
  decided_run = :?runId
where district_id = :?districtId
  and run_id = :?approvedRun::bigint
  and state in ('open', 'rejected')
