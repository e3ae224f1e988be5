-- count-scope-teaching.sql: count the teaching, school by school, that stay and go, for the guard.
--
-- In   districtId  our key of the district
--      runId       the run
--      today       the day where the sync is at home
-- Out  number of scopes, in stage.scope; none when no deactivation is planned
--
-- Of a run that follows events only what goes and has gone; complete-scopes.sql adds what stays.
-- Counts only while teacher and class stay and the term goes on: else the cause counts.
-- Those of the last 24 hours count too, so that small batches add up; not those whom a person let go.
insert into stage.scope (district_id, entity, school_id, active, recent, leaving, gone)
select
  :?districtId,
  'teaching',
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
    teacher.active is not false
      and not exists (
        select from stage.change departing
        where departing.district_id = :?districtId
          and departing.entity in ('person', 'teacher')
          and departing.action = 'deactivate'
          and departing.verdict is null
          and departing.id = roster.teacher_id
      )
      and section.active
      and closing.id is null
      and not coalesce(term.end_date < :?today::date, false) as counts
  from stage.counted_teaching roster
  left join stage.change planned
    on planned.district_id = :?districtId
    and planned.entity = 'teaching'
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
  left join galileo.teacher teacher
    on teacher.district_id = :?districtId and teacher.id = roster.teacher_id and teacher.origin = 'clever'
  where roster.district_id = :?districtId
    and roster.told = (select trigger = 'events' from sync.run where district_id = :?districtId and run_id = :?runId)
    and roster.origin = 'clever'
    and (
      roster.active_until is null
      or roster.active_until >= now() - interval '24 hours' and not exists (
        select from sync.departure_decided decided
        where decided.district_id = :?districtId and decided.entity = 'teaching' and decided.id = roster.id
      )
    )
) judged
where exists (
  select
  from stage.change
  where district_id = :?districtId and entity = 'teaching' and action = 'deactivate' and verdict is null
)
group by school_id
