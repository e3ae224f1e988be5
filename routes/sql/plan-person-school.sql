-- plan-person-school.sql: plan the person_school rows that are new, differ, or are back.
--
-- In   districtId  our key of the district
-- Out  number of rows planned in stage.change
--
-- Ends that this snapshot does not have are left out; they are counted by count-references.sql.
with differing as materialized (
  select
    wanted.person_id,
    wanted.school_id
  from stage.person_school_wanted wanted
  left join stage.person_school_current current
    on current.district_id = wanted.district_id
    and current.person_id = wanted.person_id
    and current.school_id = wanted.school_id
  where wanted.district_id = :?districtId
    and row(wanted.*) is distinct from row(current.*)
)
insert into stage.change (district_id, entity, action, id, a, b, school_id)
select
  :?districtId,
  'person_school',
  case
    when known.id is null then 'create'
    when not known.active then 'reactivate'
    else 'update'
  end,
  known.id,
  differing.person_id,
  differing.school_id,
  differing.school_id
from differing
left join galileo.person_school known
  on known.district_id = :?districtId
  and known.person_id = differing.person_id
  and known.school_id = differing.school_id
  and known.origin = 'clever'
