-- tell-held.sql: tell which changes of a row, or of what hangs on it, a guard has held.
--
-- In   districtId  our key of the district
--      entity      person, section, school, course or term
--      id          our id
-- Out  rows in order of time: at, run_id, trigger, state, decided_at, decided_run, action, cause, entities
select
  plan.created_at as at,
  plan.run_id,
  run.trigger,
  plan.state,
  plan.decided_at,
  plan.decided_run,
  held.action,
  held.cause,
  string_agg(distinct held.entity, ', ') as entities
from sync.held_plan plan
join sync.held_row held
  on held.district_id = plan.district_id and held.run_id = plan.run_id
join (
  select distinct entity, id
  from sync.story_part
  where district_id = :?districtId::int
    and of_entity = :?entity::text
    and of_id = :?id::bigint
) part
  on part.entity = held.entity and part.id = held.id
left join sync.run run
  on run.district_id = plan.district_id and run.run_id = plan.run_id
where plan.district_id = :?districtId::int
group by plan.created_at, plan.run_id, run.trigger, plan.state, plan.decided_at, plan.decided_run, held.action, held.cause
order by plan.created_at, held.action, held.cause
