-- report-entities.sql: what the snapshot holds and what the plan does, per entity.
--
-- In   districtId  our key of the district
-- Out  one row an entity: entity, wanted, created, updated, reactivated, deactivated, adopted, rekeyed
--
-- unchanged is what is left of wanted.
with wanted as (
  select 'school' as entity, count(*) as wanted from stage.school where district_id = :?districtId
  union all
  select 'term' as entity, count(*) as wanted from stage.term where district_id = :?districtId
  union all
  select 'course' as entity, count(*) as wanted from stage.course where district_id = :?districtId
  union all
  select 'person' as entity, count(*) as wanted from stage.person where district_id = :?districtId
  union all
  select 'student' as entity, count(*) as wanted from stage.student where district_id = :?districtId
  union all
  select 'teacher' as entity, count(*) as wanted from stage.teacher where district_id = :?districtId
  union all
  select 'staff' as entity, count(*) as wanted from stage.staff where district_id = :?districtId
  union all
  select 'district_admin' as entity, count(*) as wanted from stage.district_admin where district_id = :?districtId
  union all
  select 'contact' as entity, count(*) as wanted from stage.contact where district_id = :?districtId
  union all
  select 'section' as entity, count(*) as wanted from stage.section where district_id = :?districtId
  union all
  select 'person_school', count(*) from stage.person_school_wanted where district_id = :?districtId
  union all
  select 'contact_student', count(*) from stage.contact_student_wanted where district_id = :?districtId
  union all
  select 'enrollment', coalesce(sum(members), 0) from stage.membership where district_id = :?districtId
  union all
  select 'teaching', count(*) from stage.teaching_wanted where district_id = :?districtId
),
planned as (
  select
    entity,
    count(*) filter (where action = 'create') as created,
    count(*) filter (where action = 'update') as updated,
    count(*) filter (where action = 'reactivate') as reactivated,
    count(*) filter (where action = 'deactivate') as deactivated,
    count(*) filter (where action = 'adopt') as adopted,
    count(*) filter (where action = 're-key') as rekeyed
  from stage.change
  where district_id = :?districtId
  group by entity
)
select
  wanted.entity,
  wanted.wanted,
  coalesce(planned.created, 0) as created,
  coalesce(planned.updated, 0) as updated,
  coalesce(planned.reactivated, 0) as reactivated,
  coalesce(planned.deactivated, 0) as deactivated,
  coalesce(planned.adopted, 0) as adopted,
  coalesce(planned.rekeyed, 0) as rekeyed
from wanted
left join planned on planned.entity = wanted.entity
order by array_position(array[
  'school',
  'term',
  'course',
  'person',
  'student',
  'teacher',
  'staff',
  'district_admin',
  'contact',
  'section',
  'person_school',
  'contact_student',
  'enrollment',
  'teaching'
], wanted.entity)
