-- keep-rejected.sql: mark what a person has rejected and the plan asks for once more.
--
-- In   districtId   our key of the district
--      approvedRun  the run whose plan a person approves now, or null: a rejection can be taken back
-- Out  number of rows marked
--
-- Before the scopes are counted: a rejected row stays, is not asked for again, and does not make others wait.
update stage.change target set
  verdict = 'rejected',
  cause = 'rejected by a person'
from sync.held_plan plan
join sync.held_row held
  on held.district_id = plan.district_id and held.run_id = plan.run_id and held.action = 'deactivate'
where plan.district_id = :?districtId
  and plan.state = 'rejected'
  and plan.run_id is distinct from :?approvedRun::bigint
  and not held.lapsed
  and target.district_id = :?districtId
  and target.entity = held.entity
  and target.id = held.id
  and target.action = 'deactivate'
  and target.verdict is null
