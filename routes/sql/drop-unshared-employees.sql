-- drop-unshared-employees.sql: leave out conditionally shared employees who neither teach a shared section nor work at a kept school.
--
-- In   districtId  our key of the district
-- Out  number of employees left out, each kept in stage.filtered with its rule
--
-- Teachers stay while a section of theirs does; staff stay while a school of theirs does.
with kept as materialized (
  select member
  from stage.section section
  cross join unnest(section.teachers || section.teacher) member
  where section.district_id = :?districtId
  union
  select staff.clever_id
  from stage.staff staff
  join stage.school school
    on school.district_id = staff.district_id and school.clever_id = any (staff.schools)
  where staff.district_id = :?districtId
),
gone as (
  delete from stage.person staged
  where staged.district_id = :?districtId
    and staged.only_if is not null
    and staged.kind = 'employee'
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
