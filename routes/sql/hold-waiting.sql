-- hold-waiting.sql: hold what waits for a person already, though the guard would not trip for it any more.
--
-- In   districtId   our key of the district
--      runId        the run
--      approvedRun  the run whose plan a person approves now, or null
-- Out  number of rows held
--
-- Departures of a day ago do not count any more; nobody has decided for all that. Nor does a rejection let anything go that
-- came after this run has looked for rejections.
update stage.change target set
  verdict = 'held',
  cause = held.cause
from sync.held_plan plan
join sync.held_row held
  on held.district_id = plan.district_id and held.run_id = plan.run_id
join sync.run run
  on run.district_id = held.district_id and run.run_id = :?runId
where plan.district_id = :?districtId
  and (
    plan.state = 'open'
    or plan.run_id = :?approvedRun::bigint
    or plan.state = 'rejected' and plan.decided_at >= run.started_at
  )
  and target.district_id = :?districtId
  and target.entity = held.entity
  and target.id = held.id
  and target.action = held.action
  and target.verdict is null
