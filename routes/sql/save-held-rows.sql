-- save-held-rows.sql: keep the rows of a held plan, by our ids.
--
-- In   districtId  our key of the district
--      runId       the run
-- Out  number of rows
insert into sync.held_row (district_id, run_id, entity, id, action, school_id, cause, content)
select
  held.district_id,
  plan.run_id,
  held.entity,
  held.id,
  held.action,
  held.school_id,
  held.cause,
  held.content
from sync.held_plan plan
join stage.withheld held
  on held.district_id = plan.district_id and held.verdict = 'held'
where plan.district_id = :?districtId
  and plan.run_id = :?runId
  and plan.state = 'open'
