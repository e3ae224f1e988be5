-- release-held.sql: put what a person approved back among what will be published.
--
-- In   districtId   our key of the district
--      approvedRun  the run that held the approved plan
-- Out  number of rows
with approved as (
  delete from stage.withheld target
  using sync.held_row held
  where target.district_id = :?districtId
    and target.verdict = 'held'
    and held.district_id = target.district_id
    and held.run_id = :?approvedRun
    and held.entity = target.entity
    and held.id = target.id
  returning target.district_id, target.entity, target.action, target.id, target.a, target.b, target.school_id
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
