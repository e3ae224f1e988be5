-- drop-unshared-students.sql: leave out conditionally shared students whom no included section keeps.
--
-- In   districtId  our key of the district
--      includedSections  Clever ids of the sections that sharing.yaml includes by name, comma-separated
-- Out  number of students left out, each kept in stage.filtered with its rule
with kept as materialized (
  select distinct member
  from stage.section section
  cross join unnest(section.students) member
  where section.district_id = :?districtId
    and section.clever_id = any (string_to_array(:?includedSections, ','))
),
gone as (
  delete from stage.person staged
  where staged.district_id = :?districtId
    and staged.only_if is not null
    and staged.kind = 'student'
    and not exists (select from kept where kept.member = staged.clever_id)
  returning staged.clever_id, staged.seq, staged.only_if
),
student_gone as (
  delete from stage.student using gone
  where stage.student.district_id = :?districtId and stage.student.clever_id = gone.clever_id
),
teacher_gone as (
  delete from stage.teacher using gone
  where stage.teacher.district_id = :?districtId and stage.teacher.clever_id = gone.clever_id
),
staff_gone as (
  delete from stage.staff using gone
  where stage.staff.district_id = :?districtId and stage.staff.clever_id = gone.clever_id
),
district_admin_gone as (
  delete from stage.district_admin using gone
  where stage.district_admin.district_id = :?districtId and stage.district_admin.clever_id = gone.clever_id
),
contact_gone as (
  delete from stage.contact using gone
  where stage.contact.district_id = :?districtId and stage.contact.clever_id = gone.clever_id
),
contact_student_gone as (
  delete from stage.contact_student using gone
  where stage.contact_student.district_id = :?districtId and stage.contact_student.contact = gone.clever_id
)
insert into stage.filtered (district_id, seq, collection, clever_id, rule)
select
  :?districtId,
  gone.seq,
  'users',
  gone.clever_id,
  gone.only_if
from gone
