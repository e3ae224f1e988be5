-- hold-renamed-students.sql: hold the updates that would give too many students another name or SIS id at once.
--
-- In   districtId   our key of the district
--      updateShare  a larger share of the active students trips (0.30 = 30 %) ...
--      updateRows   ... if it is at least so many
-- Out  number of rows held
--
-- A file with shifted columns looks like this. Other values of those students wait with their names.
-- Whoever gets another name or id has a planned change, so only these are compared; students are counted only if enough do.
with planned as materialized (
  select id
  from stage.change
  where district_id = :?districtId
    and entity in ('person', 'student')
    and action <> 'deactivate'
  group by id
  having count(*) filter (where verdict = 'rejected') = 0
),
renamed as materialized (
  select student.id
  from planned
  join galileo.student student
    on student.district_id = :?districtId and student.id = planned.id
  join stage.person_current current
    on current.district_id = :?districtId and current.id = planned.id
  join stage.reference self
    on self.district_id = :?districtId and self.entity = 'person' and self.id = planned.id
  join stage.person wanted
    on wanted.district_id = :?districtId and wanted.clever_id = self.clever_id
  join stage.student student_wanted
    on student_wanted.district_id = :?districtId and student_wanted.clever_id = self.clever_id
  where student.active
    and student.origin = 'clever'
    and (
      wanted.first_name is distinct from current.first_name
      or wanted.last_name is distinct from current.last_name
      or student_wanted.sis_id is distinct from student.sis_id
    )
),
tripped as materialized (
  select
    case
      when count(*) >= :?updateRows then count(*) > :?updateShare::numeric * (
        select count(*)
        from stage.student staged
        join stage.reference self
          on self.district_id = staged.district_id and self.entity = 'person' and self.clever_id = staged.clever_id
        join galileo.student student
          on student.district_id = staged.district_id and student.id = self.id
        join stage.person_current current
          on current.district_id = student.district_id and current.id = student.id
        where staged.district_id = :?districtId
          and student.active
          and student.origin = 'clever'
      )
      else false
    end as yes
  from renamed
)
update stage.change target set
  verdict = 'held',
  cause = 'too many names or SIS ids change at once'
from renamed
cross join tripped
where tripped.yes
  and target.district_id = :?districtId
  and target.entity in ('person', 'student')
  and target.action in ('update', 're-key')
  and target.verdict is null
  and target.id = renamed.id
