-- hold-renamed-students.sql: hold the updates that would give too many students another name or SIS id at once.
--
-- In   districtId   our key of the district
--      runId        the run
--      updateShare  a larger share of the active students trips (0.30 = 30 %) ...
--      updateRows   ... if it is at least so many
-- Out  number of rows held
--
-- A file with shifted columns looks like this. Other values of those students wait with their names.
-- Whoever gets another name or id has a planned change, so only these are compared; students are counted only if enough do.
-- A run that follows events has a part of them only: it asks sync.active_count, and adds whom events have renamed in the last 24
-- hours and whose other name waits for a person, so that many batches add up.
with events as materialized (
  select true as yes
  from sync.run
  where district_id = :?districtId and run_id = :?runId and trigger = 'events'
),
recently as materialized (
  select count(distinct change.id) as renamed
  from sync.run run
  join sync.journal change
    on change.district_id = :?districtId and change.run_id = run.run_id
  where run.district_id = :?districtId
    and run.trigger = 'events'
    and run.undone_by is null
    and run.started_at >= now() - interval '48 hours'
    and change.at >= now() - interval '24 hours'
    and (
      change.entity = 'person' and (change.before -> 'first_name' is not null or change.before -> 'last_name' is not null)
      or change.entity = 'student' and change.before -> 'sis_id' is not null
    )
    and change.action in ('update', 're-key')
    and exists (select from events)
    and exists (
      select from galileo.student student
      where student.district_id = :?districtId and student.id = change.id and student.active and student.origin = 'clever'
    )
),
planned as materialized (
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
waiting as materialized (
  select count(distinct held.id) as renamed
  from sync.held_plan plan
  join sync.held_row held
    on held.district_id = plan.district_id and held.run_id = plan.run_id
  where plan.district_id = :?districtId
    and plan.state = 'open'
    and not held.lapsed
    and held.cause = 'too many names or SIS ids change at once'
    and held.id not in (select id from renamed)
    and exists (select from events)
),
tripped as materialized (
  select
    case
      when count(*) = 0 then false
      when exists (select from events) then
        count(*) + max(recently.renamed + waiting.renamed) >= :?updateRows
        and count(*) + max(recently.renamed + waiting.renamed) > :?updateShare::numeric * coalesce((
          select active
          from sync.active_count
          where district_id = :?districtId and entity = 'student' and school_id = 0
        ), 0)
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
  cross join recently
  cross join waiting
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
