-- find-held-differences.sql: compare what this run would hold with the plan that a person approved.
--
-- In   districtId   our key of the district
--      approvedRun  the run that held the approved plan
-- Out  one row an entity and difference: difference (back, new or changed), entity, rows; none when they are the same
--
-- back: approved, and in the snapshot again; changed: something else would be done to it now.
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
left join stage.change planned
  on planned.district_id = :?districtId and planned.entity = held.entity and planned.id = held.id
where held.id is null
  or now_held.id is null
  or (held.action, held.content) is distinct from (now_held.action, now_held.content)
group by 1, 2
order by 1, 2
