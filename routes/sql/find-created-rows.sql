-- find-created-rows.sql: list the rows that a run created, to be switched off.
--
-- In   districtId  our key of the district
--      undoes      the run that is undone
-- Out  number of rows, in stage.undo
--
-- Rows know the run that made them; a first load has no journal entry for each.
insert into stage.undo (district_id, entity, id, origin, before, after)
select
  made.district_id,
  entity,
  id,
  'clever',
  jsonb_build_object('active', false, 'deactivated_at', now()),
  jsonb_build_object('active', true)
from (
  select 'school' as entity, district_id, id, origin, created_run from galileo.school
  union all
  select 'term', district_id, id, origin, created_run from galileo.term
  union all
  select 'course', district_id, id, origin, created_run from galileo.course
  union all
  select 'person', district_id, id, origin, created_run from galileo.person
  union all
  select 'student', district_id, id, origin, created_run from galileo.student
  union all
  select 'teacher', district_id, id, origin, created_run from galileo.teacher
  union all
  select 'staff', district_id, id, origin, created_run from galileo.staff
  union all
  select 'district_admin', district_id, id, origin, created_run from galileo.district_admin
  union all
  select 'contact', district_id, id, origin, created_run from galileo.contact
  union all
  select 'section', district_id, id, origin, created_run from galileo.section
  union all
  select 'person_school', district_id, id, origin, created_run from galileo.person_school
  union all
  select 'contact_student', district_id, id, origin, created_run from galileo.contact_student
) made
where made.district_id = :?districtId
  and made.created_run = :?undoes::bigint
  and made.origin = 'clever'
union all
select
  begun.district_id,
  entity,
  id,
  'clever',
  jsonb_build_object('active_until', greatest(now(), active_from)),
  jsonb_build_object('active_until', null)
from (
  select 'enrollment' as entity, district_id, id, origin, created_run, active_from from galileo.enrollment
  union all
  select 'teaching', district_id, id, origin, created_run, active_from from galileo.teaching
) begun
where begun.district_id = :?districtId
  and begun.created_run = :?undoes::bigint
  and begun.origin = 'clever'
