-- report-protected.sql: name the rows that guard.yaml keeps from being deactivated.
--
-- In   districtId  our key of the district
-- Out  one row a row: entity, id, cause
select
  entity,
  id,
  cause
from stage.withheld
where district_id = :?districtId
  and verdict = 'protected'
order by
  entity,
  id
