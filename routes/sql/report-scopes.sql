-- report-scopes.sql: say what tripped the guard.
--
-- In   districtId  our key of the district
-- Out  one row a scope: entity, school_id, school, gone, of, rule
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
order by
  scope.entity,
  scope.whole desc,
  scope.school_id
