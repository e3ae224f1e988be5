-- refuse-collisions.sql: leave rows alone whose old values another row has taken.
--
-- In   districtId  our key of the district
-- Out  number of rows refused
--
-- What is unique: Clever's id, a role row by its origin, one open interval for a class and a person.
with holder as materialized (
  select 'school' as entity, id, clever_id from galileo.school where district_id = :?districtId
  union all
  select 'term', id, clever_id from galileo.term where district_id = :?districtId
  union all
  select 'course', id, clever_id from galileo.course where district_id = :?districtId
  union all
  select 'person', id, clever_id from galileo.person where district_id = :?districtId
  union all
  select 'section', id, clever_id from galileo.section where district_id = :?districtId
),
role as materialized (
  select 'student' as entity, id, origin from galileo.student where district_id = :?districtId
  union all
  select 'teacher', id, origin from galileo.teacher where district_id = :?districtId
  union all
  select 'staff', id, origin from galileo.staff where district_id = :?districtId
  union all
  select 'district_admin', id, origin from galileo.district_admin where district_id = :?districtId
  union all
  select 'contact', id, origin from galileo.contact where district_id = :?districtId
),
class as materialized (
  select 'enrollment' as entity, id, section_id, student_id as member_id, origin, active_until
  from galileo.enrollment
  where district_id = :?districtId
  union all
  select 'teaching', id, section_id, teacher_id, origin, active_until
  from galileo.teaching
  where district_id = :?districtId
),
taken as (
  select undo.entity, undo.id
  from stage.undo undo
  join holder on holder.entity = undo.entity and holder.clever_id = undo.before ->> 'clever_id'
  where undo.district_id = :?districtId and holder.id <> undo.id
  union all
  select undo.entity, undo.id
  from stage.undo undo
  join role on role.entity = undo.entity and role.id = undo.id and role.origin = undo.before ->> 'origin'
  where undo.district_id = :?districtId
  union all
  select undo.entity, undo.id
  from stage.undo undo
  join class mine on mine.entity = undo.entity and mine.id = undo.id
  join class other
    on other.entity = mine.entity
    and other.section_id = mine.section_id
    and other.member_id = mine.member_id
    and other.origin = mine.origin
  left join sync.undo_going leaving
    on leaving.district_id = :?districtId
    and leaving.entity = other.entity
    and leaving.id = other.id
    and not leaving.active
  where undo.district_id = :?districtId
    and undo.before -> 'active_until' is not null
    and undo.before ->> 'active_until' is null
    and other.id <> mine.id
    and other.active_until is null
    and leaving.id is null
)
update stage.undo target set
  why = 'another row has taken its place'
from taken
where target.district_id = :?districtId
  and target.entity = taken.entity
  and target.id = taken.id
  and target.why is null
