-- purge-roster.sql: delete the synced rows of a district from schema galileo, and journal how many.
--
-- In   districtId     our key of the district
--      purgeRun       the run of the purge
--      includeManual  whether the rows made by hand go too
-- Out  rows: entity, rows
--
-- In the transaction of hold-district.sql. Rows made by hand that refer to rows deleted here stay. Running it twice deletes
-- nothing the second time. The journal gets one entry an entity, without any value.
with
enrollment_gone as (
  delete from galileo.enrollment
  where district_id = :?districtId::int and (origin = 'clever' or :?includeManual::boolean)
  returning 1
),
teaching_gone as (
  delete from galileo.teaching
  where district_id = :?districtId::int and (origin = 'clever' or :?includeManual::boolean)
  returning 1
),
contact_student_gone as (
  delete from galileo.contact_student
  where district_id = :?districtId::int and (origin = 'clever' or :?includeManual::boolean)
  returning 1
),
person_school_gone as (
  delete from galileo.person_school
  where district_id = :?districtId::int and (origin = 'clever' or :?includeManual::boolean)
  returning 1
),
section_gone as (
  delete from galileo.section
  where district_id = :?districtId::int and (origin = 'clever' or :?includeManual::boolean)
  returning 1
),
contact_gone as (
  delete from galileo.contact
  where district_id = :?districtId::int and (origin = 'clever' or :?includeManual::boolean)
  returning 1
),
district_admin_gone as (
  delete from galileo.district_admin
  where district_id = :?districtId::int and (origin = 'clever' or :?includeManual::boolean)
  returning 1
),
staff_gone as (
  delete from galileo.staff
  where district_id = :?districtId::int and (origin = 'clever' or :?includeManual::boolean)
  returning 1
),
teacher_gone as (
  delete from galileo.teacher
  where district_id = :?districtId::int and (origin = 'clever' or :?includeManual::boolean)
  returning 1
),
student_gone as (
  delete from galileo.student
  where district_id = :?districtId::int and (origin = 'clever' or :?includeManual::boolean)
  returning 1
),
person_gone as (
  delete from galileo.person
  where district_id = :?districtId::int and (origin = 'clever' or :?includeManual::boolean)
  returning 1
),
course_gone as (
  delete from galileo.course
  where district_id = :?districtId::int and (origin = 'clever' or :?includeManual::boolean)
  returning 1
),
term_gone as (
  delete from galileo.term
  where district_id = :?districtId::int and (origin = 'clever' or :?includeManual::boolean)
  returning 1
),
school_gone as (
  delete from galileo.school
  where district_id = :?districtId::int and (origin = 'clever' or :?includeManual::boolean)
  returning 1
),
district_gone as (
  delete from galileo.district
  where district_id = :?districtId::int
  returning 1
),
gone (entity, rows) as (
  select 'enrollment', count(*) from enrollment_gone
  union all
  select 'teaching', count(*) from teaching_gone
  union all
  select 'contact_student', count(*) from contact_student_gone
  union all
  select 'person_school', count(*) from person_school_gone
  union all
  select 'section', count(*) from section_gone
  union all
  select 'contact', count(*) from contact_gone
  union all
  select 'district_admin', count(*) from district_admin_gone
  union all
  select 'staff', count(*) from staff_gone
  union all
  select 'teacher', count(*) from teacher_gone
  union all
  select 'student', count(*) from student_gone
  union all
  select 'person', count(*) from person_gone
  union all
  select 'course', count(*) from course_gone
  union all
  select 'term', count(*) from term_gone
  union all
  select 'school', count(*) from school_gone
  union all
  select 'district', count(*) from district_gone
),
journalled as (
  insert into sync.journal (district_id, run_id, entity, action, rows)
  select :?districtId::int, :?purgeRun::bigint, entity, 'purge', rows
  from gone
  where rows > 0
)
select entity, rows
from gone
