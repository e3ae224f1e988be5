-- plan-contact-student.sql: plan the contact_student rows that are new, differ, or are back.
--
-- In   districtId  our key of the district
-- Out  number of rows planned in stage.change
--
-- Ends that this snapshot does not have are left out; they are counted by count-references.sql.
with differing as materialized (
  select
    wanted.contact_id,
    wanted.student_id
  from stage.contact_student_wanted wanted
  left join stage.contact_student_current current
    on current.district_id = wanted.district_id
    and current.contact_id = wanted.contact_id
    and current.student_id = wanted.student_id
  where wanted.district_id = :?districtId
    and row(wanted.*) is distinct from row(current.*)
)
insert into stage.change (district_id, entity, action, id, a, b)
select
  :?districtId,
  'contact_student',
  case
    when known.id is null then 'create'
    when not known.active then 'reactivate'
    else 'update'
  end,
  known.id,
  differing.contact_id,
  differing.student_id
from differing
left join galileo.contact_student known
  on known.district_id = :?districtId
  and known.contact_id = differing.contact_id
  and known.student_id = differing.student_id
  and known.origin = 'clever'
