-- drop-undecided.sql: leave arrivals to the next full run of which a sharing rule can judge by the whole district only.
--
-- In   districtId  our key of the district
-- Out  one row: people, sections, schools
--
-- Whom a rule about the record itself keeps out is filtered already; who is in the roster and active stays there. Left are new
-- people and schools on a condition (only_if), and new classes, of which a full run keeps those with a shared student.
with
person_gone as (
  delete from stage.person staged
  where staged.district_id = :?districtId
    and staged.only_if is not null
    and not exists (
      select
      from galileo.person known
      where known.district_id = :?districtId and known.clever_id = staged.clever_id and known.active
    )
  returning staged.clever_id
),
student_gone as (
  delete from stage.student staged using person_gone
  where staged.district_id = :?districtId and staged.clever_id = person_gone.clever_id
),
teacher_gone as (
  delete from stage.teacher staged using person_gone
  where staged.district_id = :?districtId and staged.clever_id = person_gone.clever_id
),
staff_gone as (
  delete from stage.staff staged using person_gone
  where staged.district_id = :?districtId and staged.clever_id = person_gone.clever_id
),
district_admin_gone as (
  delete from stage.district_admin staged using person_gone
  where staged.district_id = :?districtId and staged.clever_id = person_gone.clever_id
),
contact_gone as (
  delete from stage.contact staged using person_gone
  where staged.district_id = :?districtId and staged.clever_id = person_gone.clever_id
),
contact_student_gone as (
  delete from stage.contact_student staged using person_gone
  where staged.district_id = :?districtId and staged.contact = person_gone.clever_id
),
section_gone as (
  delete from stage.section staged
  where staged.district_id = :?districtId
    and not exists (
      select
      from galileo.section known
      where known.district_id = :?districtId and known.clever_id = staged.clever_id and known.active
    )
  returning staged.clever_id
),
school_gone as (
  delete from stage.school staged
  where staged.district_id = :?districtId
    and staged.only_if is not null
    and not exists (
      select
      from galileo.school known
      where known.district_id = :?districtId and known.clever_id = staged.clever_id and known.active
    )
  returning staged.clever_id
)
select
  (select count(*) from person_gone) as people,
  (select count(*) from section_gone) as sections,
  (select count(*) from school_gone) as schools
