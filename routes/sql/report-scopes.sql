-- report-scopes.sql: say what tripped the guard.
--
-- In   districtId  our key of the district
-- Out  one row a scope: entity, school_id, school, gone, of, rule
--
-- Too many new names have a line without a school.
select
  scope.entity,
  scope.school_id,
  school.name as school,
  scope.gone,
  scope.active + scope.recent as of,
  scope.rule
from stage.scope scope
left join galileo.school school
  on school.district_id = scope.district_id and school.id = scope.school_id
where scope.district_id = :?districtId
  and scope.rule is not null
union all
select
  'student',
  null,
  null,
  count(distinct id),
  (select count(*) from galileo.student where district_id = :?districtId and active and origin = 'clever'),
  'updates'
from stage.withheld
where district_id = :?districtId
  and verdict = 'held'
  and action <> 'deactivate'
having count(*) > 0
order by
  entity,
  school_id nulls first
