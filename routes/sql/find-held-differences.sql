-- find-held-differences.sql: compare what this run would hold with the plan that a person approved.
--
-- In   districtId   our key of the district
--      approvedRun  the run that held the approved plan
-- Out  one row an entity and difference: difference (back, new or changed), entity, rows; none when they are the same
--
-- back: approved, and in the snapshot again; changed: something else would be done to it now. What another plan holds that
-- waits goes on waiting: it is no difference.
select
  case
    when held.id is null then 'new'
    when now_held.id is not null then 'changed'
    when planned.id is not null then 'changed'
    else 'back'
  end as difference,
  coalesce(held.entity, now_held.entity) as entity,
  count(*) as rows
from (
  select
    entity,
    id,
    action,
    content
  from sync.held_row
  where district_id = :?districtId and run_id = :?approvedRun
) held
full join (
  select
    entity,
    id,
    action,
    content
  from stage.withheld
  where district_id = :?districtId and verdict = 'held'
) now_held
  on now_held.entity = held.entity and now_held.id = held.id
left join (
  select
    other.entity,
    other.id
  from sync.held_plan plan
  join sync.held_row other
    on other.district_id = plan.district_id and other.run_id = plan.run_id
  where plan.district_id = :?districtId
    and plan.state = 'open'
    and plan.run_id <> :?approvedRun
) waiting
  on waiting.entity = now_held.entity and waiting.id = now_held.id
left join stage.change planned
  on planned.district_id = :?districtId and planned.entity = held.entity and planned.id = held.id
where case
  when held.id is null then waiting.id is null
  else (held.action, held.content) is distinct from (now_held.action, now_held.content)
end
group by 1, 2
order by 1, 2
