-- count-scope-contact-student.sql: count the relations of contacts that stay and go, for the guard.
--
-- In   districtId  our key of the district
--      runId       the run
-- Out  number of scopes, in stage.scope; none when no deactivation is planned
--
-- Of a run that follows events only what goes and has gone; complete-scopes.sql adds what stays.
-- Counts only while contact and student stay: else the cause counts.
-- Those of the last 24 hours count too, so that small batches add up; not those whom a person let go.
insert into stage.scope (district_id, entity, school_id, active, recent, leaving, gone)
select
  :?districtId,
  'contact_student',
  school_id,
  count(*) filter (where active and not stays and of_scope),
  count(*) filter (where not active and counts),
  count(*) filter (where leaving and of_scope),
  count(*) filter (where (leaving or not active) and counts)
from (
  select
    null::bigint as school_id,
    roster.active as active,
    planned.id is not null and planned.verdict is null as leaving,
    planned.verdict is not null as stays,
    true as of_scope,
    student.active
      and contact.active
      and not exists (
        select from stage.change departing
        where departing.district_id = :?districtId
          and departing.entity in ('person', 'contact')
          and departing.action = 'deactivate'
          and departing.verdict is null
          and departing.id = roster.contact_id
      )
      and not exists (
        select from stage.change departing
        where departing.district_id = :?districtId
          and departing.entity in ('person', 'student')
          and departing.action = 'deactivate'
          and departing.verdict is null
          and departing.id = roster.student_id
      ) as counts
  from stage.counted_contact_student roster
  left join stage.change planned
    on planned.district_id = :?districtId
    and planned.entity = 'contact_student'
    and planned.action = 'deactivate'
    and planned.id = roster.id
  join galileo.student student
    on student.district_id = :?districtId and student.id = roster.student_id and student.origin = 'clever'
  join galileo.contact contact
    on contact.district_id = :?districtId and contact.id = roster.contact_id and contact.origin = 'clever'
  where roster.district_id = :?districtId
    and roster.told = (select trigger = 'events' from sync.run where district_id = :?districtId and run_id = :?runId)
    and roster.origin = 'clever'
    and (
      roster.active
      or roster.deactivated_at >= now() - interval '24 hours' and not exists (
        select from sync.departure_decided decided
        where decided.district_id = :?districtId and decided.entity = 'contact_student' and decided.id = roster.id
      )
    )
) judged
where exists (
  select
  from stage.change
  where district_id = :?districtId and entity = 'contact_student' and action = 'deactivate' and verdict is null
)
group by school_id
