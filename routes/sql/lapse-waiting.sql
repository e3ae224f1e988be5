-- lapse-waiting.sql: take what events tell to be there again out of what waits for a person.
--
-- In   districtId  our key of the district
-- Out  number of rows that wait no more
--
-- Before the guard counts, only of a run that follows events: a full run plans anew what waits, and supersedes the rest. Whoever is told
-- without being switched off or renamed in this plan is back, or as before.
with told as materialized (
  select part.entity, present.id
  from stage.reference present
  cross join unnest(array['person', 'student', 'teacher', 'staff', 'district_admin', 'contact']) part (entity)
  where present.district_id = :?districtId and present.entity = 'person' and present.how in ('known', 're-key')
  union all
  select present.entity, present.id
  from stage.reference present
  where present.district_id = :?districtId and present.entity in ('school', 'section') and present.how in ('known', 're-key')
  union all
  select 'enrollment', roster.id
  from stage.enrollment_wanted wanted
  join galileo.enrollment roster
    on roster.district_id = :?districtId
    and roster.section_id = wanted.section_id
    and roster.student_id = wanted.student_id
    and roster.active_until is null
  where wanted.district_id = :?districtId
  union all
  select 'teaching', roster.id
  from stage.teaching_wanted wanted
  join galileo.teaching roster
    on roster.district_id = :?districtId
    and roster.section_id = wanted.section_id
    and roster.teacher_id = wanted.teacher_id
    and roster.active_until is null
  where wanted.district_id = :?districtId
)
update sync.held_row target set
  lapsed = true
from sync.held_plan plan, told
where plan.district_id = :?districtId
  and plan.state = 'open'
  and target.district_id = plan.district_id
  and target.run_id = plan.run_id
  and target.entity = told.entity
  and target.id = told.id
  and not target.lapsed
  and not exists (
    select
    from stage.change planned
    where planned.district_id = :?districtId
      and planned.entity = target.entity
      and planned.id = target.id
      and planned.action = target.action
  )
