-- count-scope-person-school.sql: count the memberships in schools, school by school, that stay and go, for the guard.
--
-- In   districtId  our key of the district
--      runId       the run
-- Out  number of scopes, in stage.scope; none when no deactivation is planned
--
-- Of a run that follows events only what goes and has gone; complete-scopes.sql adds what stays.
-- Counts only while person and school stay: else the cause counts. Students may change school, not lose every school.
-- Those of the last 24 hours count too, so that small batches add up; not those whom a person let go, nor of students who
-- have a school again.
insert into stage.scope (district_id, entity, school_id, active, recent, leaving, gone)
select
  :?districtId,
  'person_school',
  school_id,
  count(*) filter (where active and not stays and of_scope),
  count(*) filter (where not active and counts),
  count(*) filter (where leaving and of_scope),
  count(*) filter (where (leaving or not active) and counts)
from (
  select
    roster.school_id as school_id,
    roster.active as active,
    planned.id is not null and planned.verdict is null as leaving,
    planned.verdict is not null as stays,
    (student.id is null or losing.id is not null) as of_scope,
    person.active
      and not exists (
        select from stage.change departing
        where departing.district_id = :?districtId
          and departing.entity in ('person', 'student', 'teacher', 'staff')
          and departing.action = 'deactivate'
          and departing.verdict is null
          and departing.id = roster.person_id
      )
      and school.active
      and closing.id is null
      and case
        when student.id is null then true
        when roster.active then losing.id is not null
        else student.school_id is null
      end as counts
  from stage.counted_person_school roster
  left join stage.change planned
    on planned.district_id = :?districtId
    and planned.entity = 'person_school'
    and planned.action = 'deactivate'
    and planned.id = roster.id
  join galileo.person person
    on person.district_id = :?districtId and person.id = roster.person_id
  join galileo.school school
    on school.district_id = :?districtId and school.id = roster.school_id
  left join stage.change closing
    on closing.district_id = :?districtId
    and closing.entity = 'school'
    and closing.action = 'deactivate'
    and closing.verdict is null
    and closing.id = roster.school_id
  left join galileo.student student
    on student.district_id = :?districtId and student.id = roster.person_id and student.origin = 'clever' and student.active
  left join stage.change losing
    on losing.district_id = :?districtId
    and losing.entity = 'student'
    and losing.action = 'update'
    and losing.id = roster.person_id
    and losing.school_id is null
  where roster.district_id = :?districtId
    and roster.told = (select trigger = 'events' from sync.run where district_id = :?districtId and run_id = :?runId)
    and roster.origin = 'clever'
    and (
      roster.active
      or roster.deactivated_at >= now() - interval '24 hours' and not exists (
        select from sync.departure_decided decided
        where decided.district_id = :?districtId and decided.entity = 'person_school' and decided.id = roster.id
      )
    )
) judged
where exists (
  select
  from stage.change
  where district_id = :?districtId and entity = 'person_school' and action = 'deactivate' and verdict is null
)
group by school_id
