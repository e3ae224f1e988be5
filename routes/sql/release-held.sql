-- release-held.sql: put what a person approved back among what will be published.
--
-- In   districtId  our key of the district
-- Out  number of rows
with approved as (
  delete from stage.withheld
  where district_id = :?districtId
    and verdict = 'held'
  returning district_id, entity, action, id, a, b, school_id
)
insert into stage.change (district_id, entity, action, id, a, b, school_id)
select
  district_id,
  entity,
  action,
  id,
  a,
  b,
  school_id
from approved
