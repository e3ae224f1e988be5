-- count-scope-staff.sql: count the staff, school by school, that stay and go, for the guard.
--
-- In   districtId  our key of the district
--      runId       the run
-- Out  number of scopes, in stage.scope; none when no deactivation is planned
--
-- Of a run that follows events only what goes and has gone; complete-scopes.sql adds what stays.
-- Those of the last 24 hours count too, so that small batches add up; not those whom a person let go.
insert into stage.scope (district_id, entity, school_id, active, recent, leaving, gone)
select
  :?districtId,
  'staff',
  school_id,
  count(*) filter (where active and not stays and of_scope),
  count(*) filter (where not active and counts),
  count(*) filter (where leaving and of_scope),
  count(*) filter (where (leaving or not active) and counts)
from (
  select
    case when roster.active then place.now_at else coalesce(place.now_at, place.was_at) end as school_id,
    roster.active as active,
    planned.id is not null and planned.verdict is null as leaving,
    planned.verdict is not null as stays,
    true as of_scope,
    true as counts
  from stage.counted_staff roster
  left join stage.change planned
    on planned.district_id = :?districtId
    and planned.entity = 'staff'
    and planned.action = 'deactivate'
    and planned.id = roster.id
  left join lateral (
    select
      min(school_id) filter (where active) as now_at,
      min(school_id) as was_at
    from galileo.person_school
    where district_id = :?districtId and person_id = roster.id and origin = 'clever'
  ) place
    on true
  where roster.district_id = :?districtId
    and roster.told = (select trigger = 'events' from sync.run where district_id = :?districtId and run_id = :?runId)
    and roster.origin = 'clever'
    and (
      roster.active
      or roster.deactivated_at >= now() - interval '24 hours' and not exists (
        select from sync.departure_decided decided
        where decided.district_id = :?districtId and decided.entity = 'staff' and decided.id = roster.id
      )
    )
) judged
where exists (
  select
  from stage.change
  where district_id = :?districtId and entity = 'staff' and action = 'deactivate' and verdict is null
)
group by school_id
