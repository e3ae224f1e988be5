-- drop-followers.sql: take updates out of the plan that only followed from a departure that is withheld.
--
-- In   districtId  our key of the district
-- Out  one row
--
-- After resolve-staying.sql. What else changes in such a row stays planned.
with
student_gone as (
  delete from stage.change planned
  using stage.student_wanted wanted, stage.student_current current
  where planned.district_id = :?districtId
    and planned.entity = 'student'
    and planned.action = 'update'
    and wanted.district_id = :?districtId
    and wanted.id = planned.id
    and current.district_id = :?districtId
    and current.id = planned.id
    and row(wanted.*) is not distinct from row(current.*)
),
teacher_gone as (
  delete from stage.change planned
  using stage.teacher_wanted wanted, stage.teacher_current current
  where planned.district_id = :?districtId
    and planned.entity = 'teacher'
    and planned.action = 'update'
    and wanted.district_id = :?districtId
    and wanted.id = planned.id
    and current.district_id = :?districtId
    and current.id = planned.id
    and row(wanted.*) is not distinct from row(current.*)
),
section_gone as (
  delete from stage.change planned
  using stage.section_wanted wanted, stage.section_current current
  where planned.district_id = :?districtId
    and planned.entity = 'section'
    and planned.action = 'update'
    and wanted.district_id = :?districtId
    and wanted.id = planned.id
    and current.district_id = :?districtId
    and current.id = planned.id
    and row(wanted.*) is not distinct from row(current.*)
)
select 1 as dropped
