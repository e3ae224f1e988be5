-- hold-renamed-students.sql: hold the updates that would give too many students another name or SIS id at once.
--
-- In   districtId   our key of the district
--      updateShare  a larger share of the active students trips (0.30 = 30 %) ...
--      updateRows   ... if it is at least so many
-- Out  number of rows held
--
-- A file with shifted columns looks like this. Other values of those students wait with their names.
with renamed as materialized (
  select
    student.id,
    wanted.first_name is distinct from current.first_name
      or wanted.last_name is distinct from current.last_name as by_name,
    student_wanted.sis_id is distinct from student.sis_id as by_sis_id
  from galileo.student student
  join stage.person_current current
    on current.district_id = :?districtId and current.id = student.id
  join stage.person_wanted wanted
    on wanted.district_id = :?districtId and wanted.id = student.id
  join stage.student_wanted student_wanted
    on student_wanted.district_id = :?districtId and student_wanted.id = student.id
  where student.district_id = :?districtId
    and student.active
    and student.origin = 'clever'
    and not exists (
      select
      from stage.change decided
      where decided.district_id = :?districtId
        and decided.entity in ('person', 'student')
        and decided.verdict = 'rejected'
        and decided.id = student.id
    )
),
tripped as (
  select
    count(*) filter (where by_name or by_sis_id) as changed,
    count(*) as students
  from renamed
)
update stage.change target set
  verdict = 'held',
  cause = 'too many names or SIS ids change at once'
from renamed
cross join tripped
where target.district_id = :?districtId
  and target.entity in ('person', 'student')
  and target.action in ('update', 're-key')
  and target.verdict is null
  and target.id = renamed.id
  and (renamed.by_name or renamed.by_sis_id)
  and tripped.changed > :?updateShare::numeric * tripped.students
  and tripped.changed >= :?updateRows
