-- hold-with-waiting.sql: let what this events run holds wait together with what waits already.
--
-- In   districtId  our key of the district
-- Out  number of rows that join, in stage.withheld; 0 when this run holds nothing, or nothing waits
--
-- A full run asks anew every night for all that waits; an events run knows its own part only, and that is told once. Its plan takes
-- the place of the one that waits (supersede-held-plan.sql): whoever approves has to look at all of it.
insert into stage.withheld (district_id, entity, action, id, school_id, verdict, cause, content)
select
  held.district_id,
  held.entity,
  held.action,
  held.id,
  held.school_id,
  'held',
  held.cause,
  held.content
from sync.held_plan plan
join sync.held_row held
  on held.district_id = plan.district_id and held.run_id = plan.run_id
where plan.district_id = :?districtId
  and plan.state = 'open'
  and not held.lapsed
  and exists (
    select
    from stage.withheld
    where district_id = :?districtId and verdict = 'held'
  )
  and not exists (
    select
    from stage.withheld already
    where already.district_id = :?districtId
      and already.entity = held.entity
      and already.id = held.id
  )
