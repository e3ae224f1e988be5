-- apply-held-plan.sql: say that the held plan which a person approved is published by this run.
--
-- In   districtId   our key of the district
--      runId        the run
--      approvedRun  the run that held the plan, or null when nothing was approved
-- Out  number of plans applied, 0 or 1
--
-- An approval takes back a rejection from before it. One that a person made while its run read the district is the last word.
update sync.held_plan target set
  state = 'applied',
  decided_at = now(),
  decided_run = run.run_id
from sync.run run
where run.district_id = :?districtId
  and run.run_id = :?runId
  and target.district_id = run.district_id
  and target.run_id = :?approvedRun::bigint
  and (target.state = 'open' or target.state = 'rejected' and target.decided_at < run.started_at)
