-- Two views an entity: what the snapshot wants, and what the roster has (active, synced rows). Same columns, same order,
-- so that plan-*.sql compares them as rows. A new column is added to both tables and appended to both views.

-- Sharing rules have consequences across collections: where they kept anybody out, a section or school that could not be read
-- proves nothing about the people in it either.
create view sync.proven as
select
  run.district_id,
  run.run_id,
  needed.entity
from sync.run run
cross join (values
  ('school', 'schools'),
  ('term', 'terms'),
  ('course', 'courses'),
  ('person', 'users'),
  ('student', 'users'),
  ('teacher', 'users'),
  ('staff', 'users'),
  ('district_admin', 'users'),
  ('contact', 'users'),
  ('contact_student', 'users'),
  ('person_school', 'users'),
  ('person_school', 'schools'),
  ('section', 'sections'),
  ('enrollment', 'sections'),
  ('enrollment', 'users'),
  ('teaching', 'sections'),
  ('teaching', 'users')
) needed (entity, collection)
left join sync.run_collection walked
  on walked.district_id = run.district_id
  and walked.run_id = run.run_id
  and walked.collection = needed.collection
where run.steady
group by run.district_id, run.run_id, needed.entity
having bool_and(coalesce(
  walked.done
  and walked.unreadable = 0
  and walked.seen_again = 0
  and walked.not_ascending = walked.duplicates, false))
  and (
    needed.entity in ('term', 'course')
    or not exists (select from stage.filtered kept_out where kept_out.district_id = run.district_id)
    or (
      select count(*)
      from sync.run_collection whole
      where whole.district_id = run.district_id
        and whole.run_id = run.run_id
        and whole.collection in ('users', 'sections', 'schools')
        and whole.done
        and whole.unreadable = 0
        and whole.seen_again = 0
        and whole.not_ascending = whole.duplicates
        and (whole.collection = 'users' or whole.rejected = 0)
    ) = 3
  );
comment on view sync.proven is 'What a run has read completely enough to say that something is gone.';

create view stage.school_wanted as
select
  staged.district_id,
  self.id,
  staged.clever_id,
  staged.name,
  staged.sis_id,
  staged.school_number,
  staged.state_id,
  staged.nces_id,
  staged.mdr_number,
  staged.phone,
  staged.low_grade,
  staged.high_grade,
  staged.low_grade_label,
  staged.high_grade_label,
  staged.address,
  staged.city,
  staged.state,
  staged.zip,
  staged.lat,
  staged.lon,
  staged.principal_name,
  staged.principal_email,
  staged.ext,
  staged.clever_created,
  staged.clever_last_modified
from stage.school staged
join stage.reference self
  on self.district_id = staged.district_id and self.entity = 'school' and self.clever_id = staged.clever_id;

create view stage.school_current as
select
  district_id,
  id,
  clever_id,
  name,
  sis_id,
  school_number,
  state_id,
  nces_id,
  mdr_number,
  phone,
  low_grade,
  high_grade,
  low_grade_label,
  high_grade_label,
  address,
  city,
  state,
  zip,
  lat,
  lon,
  principal_name,
  principal_email,
  ext,
  clever_created,
  clever_last_modified
from galileo.school
where active and origin = 'clever';

create view stage.term_wanted as
select
  staged.district_id,
  self.id,
  staged.clever_id,
  staged.name,
  staged.start_date,
  staged.end_date
from stage.term staged
join stage.reference self
  on self.district_id = staged.district_id and self.entity = 'term' and self.clever_id = staged.clever_id;

create view stage.term_current as
select
  district_id,
  id,
  clever_id,
  name,
  start_date,
  end_date
from galileo.term
where active and origin = 'clever';

create view stage.course_wanted as
select
  staged.district_id,
  self.id,
  staged.clever_id,
  staged.name,
  staged.number
from stage.course staged
join stage.reference self
  on self.district_id = staged.district_id and self.entity = 'course' and self.clever_id = staged.clever_id;

create view stage.course_current as
select
  district_id,
  id,
  clever_id,
  name,
  number
from galileo.course
where active and origin = 'clever';

create view stage.person_wanted as
select
  staged.district_id,
  self.id,
  staged.clever_id,
  staged.first_name,
  staged.middle_name,
  staged.last_name,
  staged.preferred_first_name,
  staged.preferred_middle_name,
  staged.preferred_last_name,
  staged.email,
  staged.username,
  staged.clever_created,
  staged.clever_last_modified
from stage.person staged
join stage.reference self
  on self.district_id = staged.district_id and self.entity = 'person' and self.clever_id = staged.clever_id;

create view stage.person_current as
select
  district_id,
  id,
  clever_id,
  first_name,
  middle_name,
  last_name,
  preferred_first_name,
  preferred_middle_name,
  preferred_last_name,
  email,
  username,
  clever_created,
  clever_last_modified
from galileo.person
where active and origin = 'clever';

create view stage.student_wanted as
select
  staged.district_id,
  self.id,
  school.id as school_id,
  staged.sis_id,
  staged.student_number,
  staged.state_id,
  staged.grade_raw,
  staged.grade,
  staged.grade_min,
  staged.grade_max,
  staged.graduation_year,
  staged.enrollments,
  staged.dob,
  staged.gender,
  staged.race,
  staged.hispanic_ethnicity,
  staged.ell_status,
  staged.iep_status,
  staged.frl_status,
  staged.gifted_status,
  staged.section_504_status,
  staged.disability_code,
  staged.disability_status,
  staged.disability_type,
  staged.home_language,
  staged.home_language_code,
  staged.address,
  staged.city,
  staged.state,
  staged.zip,
  staged.lat,
  staged.lon,
  staged.ext
from stage.student staged
join stage.reference self
  on self.district_id = staged.district_id and self.entity = 'person' and self.clever_id = staged.clever_id
left join stage.reference school
  on school.district_id = staged.district_id and school.entity = 'school' and school.clever_id = staged.school;

create view stage.student_current as
select
  district_id,
  id,
  school_id,
  sis_id,
  student_number,
  state_id,
  grade_raw,
  grade,
  grade_min,
  grade_max,
  graduation_year,
  enrollments,
  dob,
  gender,
  race,
  hispanic_ethnicity,
  ell_status,
  iep_status,
  frl_status,
  gifted_status,
  section_504_status,
  disability_code,
  disability_status,
  disability_type,
  home_language,
  home_language_code,
  address,
  city,
  state,
  zip,
  lat,
  lon,
  ext
from galileo.student
where active and origin = 'clever';

create view stage.teacher_wanted as
select
  staged.district_id,
  self.id,
  school.id as school_id,
  staged.sis_id,
  staged.teacher_number,
  staged.state_id,
  staged.title,
  staged.ext
from stage.teacher staged
join stage.reference self
  on self.district_id = staged.district_id and self.entity = 'person' and self.clever_id = staged.clever_id
left join stage.reference school
  on school.district_id = staged.district_id and school.entity = 'school' and school.clever_id = staged.school;

create view stage.teacher_current as
select
  district_id,
  id,
  school_id,
  sis_id,
  teacher_number,
  state_id,
  title,
  ext
from galileo.teacher
where active and origin = 'clever';

create view stage.staff_wanted as
select
  staged.district_id,
  self.id,
  staged.staff_id,
  staged.title,
  staged.department,
  staged.roles,
  staged.ext
from stage.staff staged
join stage.reference self
  on self.district_id = staged.district_id and self.entity = 'person' and self.clever_id = staged.clever_id;

create view stage.staff_current as
select
  district_id,
  id,
  staff_id,
  title,
  department,
  roles,
  ext
from galileo.staff
where active and origin = 'clever';

create view stage.district_admin_wanted as
select
  staged.district_id,
  self.id,
  staged.title
from stage.district_admin staged
join stage.reference self
  on self.district_id = staged.district_id and self.entity = 'person' and self.clever_id = staged.clever_id;

create view stage.district_admin_current as
select
  district_id,
  id,
  title
from galileo.district_admin
where active and origin = 'clever';

create view stage.contact_wanted as
select
  staged.district_id,
  self.id,
  staged.sis_id,
  staged.phone,
  staged.phone_type
from stage.contact staged
join stage.reference self
  on self.district_id = staged.district_id and self.entity = 'person' and self.clever_id = staged.clever_id;

create view stage.contact_current as
select
  district_id,
  id,
  sis_id,
  phone,
  phone_type
from galileo.contact
where active and origin = 'clever';

create view stage.section_wanted as
select
  staged.district_id,
  self.id,
  staged.clever_id,
  school.id as school_id,
  course.id as course_id,
  term.id as term_id,
  staged.name,
  staged.sis_id,
  staged.subject,
  staged.period,
  staged.section_number,
  staged.grade_raw,
  staged.grade,
  staged.grade_min,
  staged.grade_max,
  staged.ext,
  staged.clever_created,
  staged.clever_last_modified
from stage.section staged
join stage.reference self
  on self.district_id = staged.district_id and self.entity = 'section' and self.clever_id = staged.clever_id
left join stage.reference school
  on school.district_id = staged.district_id and school.entity = 'school' and school.clever_id = staged.school
left join stage.reference course
  on course.district_id = staged.district_id and course.entity = 'course' and course.clever_id = staged.course
left join stage.reference term
  on term.district_id = staged.district_id and term.entity = 'term' and term.clever_id = staged.term;

create view stage.section_current as
select
  district_id,
  id,
  clever_id,
  school_id,
  course_id,
  term_id,
  name,
  sis_id,
  subject,
  period,
  section_number,
  grade_raw,
  grade,
  grade_min,
  grade_max,
  ext,
  clever_created,
  clever_last_modified
from galileo.section
where active and origin = 'clever';

-- A role that we do not know may stand for one that we do: what the person was stays, with the schools and the teaching.
create view stage.kept_role as
select
  self.district_id,
  self.id,
  self.clever_id,
  roster.role
from stage.person staged
join stage.reference self
  on self.district_id = staged.district_id and self.entity = 'person' and self.clever_id = staged.clever_id
join (
  select 'student' as role, district_id, id from galileo.student where active and origin = 'clever'
  union all
  select 'teacher', district_id, id from galileo.teacher where active and origin = 'clever'
  union all
  select 'staff', district_id, id from galileo.staff where active and origin = 'clever'
) roster
  on roster.district_id = self.district_id and roster.id = self.id
where staged.unknown_roles
  and not exists (
    select
    from (
      select 'student' as role, district_id, clever_id from stage.student
      union all
      select 'teacher', district_id, clever_id from stage.teacher
      union all
      select 'staff', district_id, clever_id from stage.staff
    ) present
    where present.district_id = self.district_id
      and present.clever_id = self.clever_id
      and present.role = roster.role
  );

create view stage.person_school_current as
select
  district_id,
  person_id,
  school_id,
  is_primary
from galileo.person_school
where active and origin = 'clever';

create view stage.contact_student_current as
select
  district_id,
  contact_id,
  student_id,
  relationship,
  type
from galileo.contact_student
where active and origin = 'clever';

create view stage.enrollment_wanted as
select
  staged.district_id,
  section.id as section_id,
  student.id as student_id
from stage.section staged
join stage.reference section
  on section.district_id = staged.district_id and section.entity = 'section' and section.clever_id = staged.clever_id
cross join unnest(staged.students) member
join stage.reference student
  on student.district_id = staged.district_id and student.entity = 'person' and student.clever_id = member
  and student.kind = 'student';

create view stage.enrollment_current as
select
  district_id,
  section_id,
  student_id
from galileo.enrollment
where active_until is null and origin = 'clever';

create view stage.teaching_current as
select
  district_id,
  section_id,
  teacher_id,
  is_primary
from galileo.teaching
where active_until is null and origin = 'clever';
