-- count-scope-enrollment.sql: count the enrollments, school by school, that stay and go, for the guard.
--
-- In   districtId  our key of the district
--      runId       the run
--      today       the day where the sync is at home
-- Out  number of scopes, in stage.scope; none when no deactivation is planned
--
-- Of a run that follows events only what goes and has gone; complete-scopes.sql adds what stays.
-- Counts only while student and class stay, the term goes on, and the student does not change school: else the cause counts.
-- Those of the last 24 hours count too, so that small batches add up; not those whom a person let go, nor of students who
-- have changed school since.
insert into stage.scope (district_id, entity, school_id, active, recent, leaving, gone)
select
  :?districtId,
  'enrollment',
  school_id,
  count(*) filter (where active and not stays and of_scope),
  count(*) filter (where not active and counts),
  count(*) filter (where leaving and of_scope),
  count(*) filter (where (leaving or not active) and counts)
from (
  select
    section.school_id as school_id,
    roster.active_until is null as active,
    planned.id is not null and planned.verdict is null as leaving,
    planned.verdict is not null as stays,
    true as of_scope,
    student.active is not false
      and not exists (
        select from stage.change departing
        where departing.district_id = :?districtId
          and departing.entity in ('person', 'student')
          and departing.action = 'deactivate'
          and departing.verdict is null
          and departing.id = roster.student_id
      )
      and section.active
      and closing.id is null
      and not coalesce(term.end_date < :?today::date, false)
      and case
        when roster.active_until is null then moving.id is null or moving.school_id is not distinct from student.school_id
        else not exists (
          select from sync.journal change
          where change.district_id = :?districtId
            -- An array, so that the index finds them: a join without nested loops would read the whole journal.
            and change.run_id = any (array(
              select run.run_id
              from sync.run run
              where run.district_id = :?districtId and run.started_at >= now() - interval '48 hours'
            ))
            and change.at >= now() - interval '24 hours'
            and change.entity = 'student'
            and change.before -> 'school_id' is not null
            and change.id = roster.student_id
        )
      end as counts
  from stage.counted_enrollment roster
  left join stage.change planned
    on planned.district_id = :?districtId
    and planned.entity = 'enrollment'
    and planned.action = 'deactivate'
    and planned.id = roster.id
  join galileo.section section
    on section.district_id = :?districtId and section.id = roster.section_id
  left join stage.change closing
    on closing.district_id = :?districtId
    and closing.entity = 'section'
    and closing.action = 'deactivate'
    and closing.verdict is null
    and closing.id = roster.section_id
  left join galileo.term term
    on term.district_id = :?districtId and term.id = section.term_id
  left join galileo.student student
    on student.district_id = :?districtId and student.id = roster.student_id and student.origin = 'clever'
  left join stage.change moving
    on moving.district_id = :?districtId
    and moving.entity = 'student'
    and moving.action = 'update'
    and moving.id = roster.student_id
  where roster.district_id = :?districtId
    and roster.told = (select trigger = 'events' from sync.run where district_id = :?districtId and run_id = :?runId)
    and roster.origin = 'clever'
    and (
      roster.active_until is null
      or roster.active_until >= now() - interval '24 hours' and not exists (
        select from sync.departure_decided decided
        where decided.district_id = :?districtId and decided.entity = 'enrollment' and decided.id = roster.id
      )
    )
) judged
where exists (
  select
  from stage.change
  where district_id = :?districtId and entity = 'enrollment' and action = 'deactivate' and verdict is null
)
group by school_id
