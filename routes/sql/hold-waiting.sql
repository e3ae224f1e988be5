-- hold-waiting.sql: hold what waits for a person already, though the guard would not trip for it any more.
--
-- In   districtId   our key of the district
--      approvedRun  the run whose plan a person approves now, or null
-- Out  number of rows held
--
-- Departures of a day ago do not count any more; nobody has decided for all that.
update stage.change target set
  verdict = 'held',
  cause = held.cause
from sync.held_plan plan
join sync.held_row held
  on held.district_id = plan.district_id and held.run_id = plan.run_id
where plan.district_id = :?districtId
  and (plan.state = 'open' or plan.run_id = :?approvedRun::bigint)
  and target.district_id = :?districtId
  and target.entity = held.entity
  and target.id = held.id
  and target.action = held.action
  and target.verdict is null
