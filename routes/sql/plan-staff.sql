-- plan-staff.sql: plan what makes the roster's staff rows equal to the snapshot's, column by column.
--
-- In   districtId  our key of the district
-- Out  number of rows planned in stage.change: create, update, reactivate and the like
--
-- Compares values, not hashes or dates, so that a row edited by hand is put back. Plans no deactivation.
with differing as materialized (
  select wanted.id
  from stage.staff_wanted wanted
  left join stage.staff_current current
    on current.district_id = wanted.district_id and current.id = wanted.id
  where wanted.district_id = :?districtId
    and row(wanted.*) is distinct from row(current.*)
)
insert into stage.change (district_id, entity, action, id, school_id)
select
  :?districtId,
  'staff',
  case
    when manual.id is not null and known.id is null then 'adopt'
    when known.id is null then 'create'
    when not known.active then 'reactivate'
    else 'update'
  end,
  differing.id,
  place.school_id
from differing
left join (
  select
    person_id,
    min(school_id) as school_id
  from stage.person_school_wanted
  where district_id = :?districtId
  group by person_id
) place
  on place.person_id = differing.id
left join galileo.staff known
  on known.district_id = :?districtId and known.id = differing.id and known.origin = 'clever'
left join stage.reference self
  on self.district_id = :?districtId and self.entity = 'person' and self.id = differing.id and self.how = 'adopt'
left join galileo.staff manual
  on manual.district_id = self.district_id and manual.id = self.id and manual.origin = 'manual'
