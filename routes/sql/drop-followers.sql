-- drop-followers.sql: take updates out of the plan that only followed from a departure that is withheld.
--
-- In   districtId  our key of the district
-- Out  number of rows taken out
--
-- After resolve-staying.sql. What else changes in such a row stays planned.
with same (entity, id) as (
  select 'student', wanted.id
  from stage.student_wanted wanted
  join stage.student_current current
    on current.district_id = wanted.district_id and current.id = wanted.id
  where wanted.district_id = :?districtId
    and row(wanted.*) is not distinct from row(current.*)
  union all
  select 'teacher', wanted.id
  from stage.teacher_wanted wanted
  join stage.teacher_current current
    on current.district_id = wanted.district_id and current.id = wanted.id
  where wanted.district_id = :?districtId
    and row(wanted.*) is not distinct from row(current.*)
  union all
  select 'section', wanted.id
  from stage.section_wanted wanted
  join stage.section_current current
    on current.district_id = wanted.district_id and current.id = wanted.id
  where wanted.district_id = :?districtId
    and row(wanted.*) is not distinct from row(current.*)
)
delete from stage.change planned
using same
where planned.district_id = :?districtId
  and planned.entity = same.entity
  and planned.id = same.id
  and planned.action = 'update'
