-- trip-left-behind.sql: find the schools that would go without their students.
--
-- In   districtId  our key of the district
--      emptied     so many students left behind are too many
-- Out  number of schools, in stage.scope
--
-- Students stay behind when their own departure is not proven: their classes would end, and they would not be asked about.
insert into stage.scope (district_id, entity, school_id, active, recent, leaving, gone, rule)
select
  :?districtId,
  'school',
  student.school_id,
  count(*),
  0,
  0,
  count(*),
  'left behind'
from galileo.student student
join stage.change school
  on school.district_id = :?districtId
  and school.entity = 'school'
  and school.action = 'deactivate'
  and school.verdict is null
  and school.id = student.school_id
left join stage.change planned
  on planned.district_id = :?districtId and planned.entity = 'student' and planned.id = student.id
where student.district_id = :?districtId
  and student.active
  and student.origin = 'clever'
  and planned.action is distinct from 'deactivate'
  and (planned.id is null or planned.school_id is not distinct from student.school_id)
group by student.school_id
having count(*) >= :?emptied
