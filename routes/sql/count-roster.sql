-- count-roster.sql: count the district's active rows as guards count them, for the events runs that follow.
--
-- In   districtId  our key of the district
-- Out  number of counts written
--
-- At the end of a full run's publication, in a district that is followed by events. School 0 stands for the whole district.
with present as materialized (
  select 'school' as entity, null::bigint as school_id, count(*) as active
  from galileo.school where district_id = :?districtId and active and origin = 'clever'
  union all
  select 'student', school_id, count(*)
  from galileo.student where district_id = :?districtId and active and origin = 'clever' group by school_id
  union all
  select 'teacher', school_id, count(*)
  from galileo.teacher where district_id = :?districtId and active and origin = 'clever' group by school_id
  union all
  select 'staff', place.school_id, count(*)
  from galileo.staff roster
  left join (
    select person_id, min(school_id) as school_id
    from galileo.person_school
    where district_id = :?districtId and active and origin = 'clever'
    group by person_id
  ) place on place.person_id = roster.id
  where roster.district_id = :?districtId and roster.active and roster.origin = 'clever'
  group by place.school_id
  union all
  select 'district_admin', null, count(*)
  from galileo.district_admin where district_id = :?districtId and active and origin = 'clever'
  union all
  select 'contact', null, count(*)
  from galileo.contact where district_id = :?districtId and active and origin = 'clever'
  union all
  select 'section', school_id, count(*)
  from galileo.section where district_id = :?districtId and active and origin = 'clever' group by school_id
  union all
  select 'person_school', roster.school_id, count(*)
  from galileo.person_school roster
  left join galileo.student student
    on student.district_id = :?districtId and student.id = roster.person_id and student.origin = 'clever' and student.active
  where roster.district_id = :?districtId and roster.active and roster.origin = 'clever' and student.id is null
  group by roster.school_id
  union all
  select 'contact_student', null, count(*)
  from galileo.contact_student where district_id = :?districtId and active and origin = 'clever'
  union all
  select 'enrollment', section.school_id, count(*)
  from galileo.enrollment roster
  join galileo.section section on section.district_id = :?districtId and section.id = roster.section_id
  where roster.district_id = :?districtId and roster.active_until is null and roster.origin = 'clever'
  group by section.school_id
  union all
  select 'teaching', section.school_id, count(*)
  from galileo.teaching roster
  join galileo.section section on section.district_id = :?districtId and section.id = roster.section_id
  where roster.district_id = :?districtId and roster.active_until is null and roster.origin = 'clever'
  group by section.school_id
)
insert into sync.active_count as target (district_id, entity, school_id, active)
select :?districtId::int, entity, school_id, sum(active)
from (
  select entity, school_id, active from present where school_id is not null
  union all
  select entity, 0, active from present
  union all
  select entity, school_id, 0 from sync.active_count where district_id = :?districtId
) counted
group by entity, school_id
on conflict (district_id, entity, school_id) do update set
  active = excluded.active
