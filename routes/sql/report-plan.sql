-- report-plan.sql: count the plan per entity and school.
--
-- In   districtId  our key of the district
-- Out  one row an entity, school, action and verdict: entity, school_id, school, action, verdict, rows
--
-- verdict is apply, held or protected. Entities that count in the district only have no school.
with planned as (
  select
    entity,
    school_id,
    action,
    'apply' as verdict,
    count(*) as rows
  from stage.change
  where district_id = :?districtId
  group by entity, school_id, action
  union all
  select
    entity,
    school_id,
    action,
    verdict,
    count(*)
  from stage.withheld
  where district_id = :?districtId
  group by entity, school_id, action, verdict
)
select
  planned.entity,
  planned.school_id,
  coalesce(arriving.name, school.name) as school,
  planned.action,
  planned.verdict,
  planned.rows
from planned
left join galileo.school school
  on school.district_id = :?districtId and school.id = planned.school_id
left join stage.school_wanted arriving
  on arriving.district_id = :?districtId and arriving.id = planned.school_id
order by
  school,
  planned.school_id,
  planned.entity,
  planned.action,
  planned.verdict
