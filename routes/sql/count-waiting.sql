-- count-waiting.sql: count for the guard what earlier events runs hold, in a run that follows events.
--
-- In   districtId  our key of the district
-- Out  number of scopes written, in stage.scope
--
-- A full run plans all of it anew; events tell it once. Without it a scope that tripped would let the next, smaller batch go. Only of
-- entities of which this run would let something go; complete-scopes.sql adds what stays.
with waiting as materialized (
  select
    held.entity,
    held.school_id,
    count(*) as rows
  from sync.held_plan plan
  join sync.held_row held
    on held.district_id = plan.district_id and held.run_id = plan.run_id
  where plan.district_id = :?districtId
    and plan.state = 'open'
    and not held.lapsed
    and held.action = 'deactivate'
    -- Places in schools follow their people.
    and held.entity not in ('person_school', 'contact_student')
    and held.cause = 'too many leave at once'
    and exists (
      select
      from stage.change going
      where going.district_id = :?districtId
        and going.entity = held.entity
        and going.action = 'deactivate'
        and going.verdict is null
    )
    and not exists (
      select
      from stage.change planned
      where planned.district_id = :?districtId
        and planned.entity = held.entity
        and planned.id = held.id
        and planned.action = 'deactivate'
    )
  group by held.entity, held.school_id
),
joined as (
  update stage.scope target set
    leaving = target.leaving + waiting.rows,
    gone = target.gone + waiting.rows
  from waiting
  where target.district_id = :?districtId
    and target.entity = waiting.entity
    and target.school_id is not distinct from waiting.school_id
  returning target.entity, target.school_id
)
insert into stage.scope (district_id, entity, school_id, active, recent, leaving, gone)
select
  :?districtId,
  waiting.entity,
  waiting.school_id,
  0,
  0,
  waiting.rows,
  waiting.rows
from waiting
where not exists (
  select
  from joined
  where joined.entity = waiting.entity and joined.school_id is not distinct from waiting.school_id
)
