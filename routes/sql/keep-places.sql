-- keep-places.sql: let the school, course and term stay of people and classes marked to stay.
--
-- In   districtId  our key of the district
--      verdict     held or protected: what marked rows are
-- Out  number of rows marked
--
-- A student whose update waits still points to the school that the roster has.
with staying as materialized (
  select
    marked.school_id,
    section.course_id,
    section.term_id
  from stage.change marked
  left join galileo.section section
    on section.district_id = :?districtId and section.id = marked.id and marked.entity = 'section'
  where marked.district_id = :?districtId
    and marked.entity in ('student', 'teacher', 'staff', 'section', 'person_school')
    and marked.action = 'deactivate'
    and marked.verdict = :?verdict
  union all
  select
    student.school_id,
    null,
    null
  from stage.change marked
  join galileo.student student
    on student.district_id = :?districtId and student.id = marked.id and student.origin = 'clever'
  where marked.district_id = :?districtId
    and marked.entity = 'student'
    and marked.action = 'update'
    and marked.verdict = :?verdict
)
update stage.change target set
  verdict = :?verdict,
  cause = 'a row that stays hangs on it'
where target.district_id = :?districtId
  and target.action = 'deactivate'
  and target.verdict is null
  and (
    target.entity = 'school' and target.id in (select school_id from staying)
    or target.entity = 'course' and target.id in (select course_id from staying)
    or target.entity = 'term' and target.id in (select term_id from staying)
  )
