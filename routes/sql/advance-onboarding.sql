-- advance-onboarding.sql: move districts forward as far as their checklist allows.
--
-- In   district   Clever's id of a district, or null for all
--      ready      items that must be done for ready, with commas between
--      scheduled  items that must also be done for scheduled
-- Out  one row a district that moved: district, onboarding
--
-- Never back: what a district once had may be missing for a day. Who is declined, paused, disconnected or purged does not move.
with needed as (
  select
    string_to_array(:?ready::text, ',') as ready,
    string_to_array(:?scheduled::text, ',') as scheduled,
    array['requested', 'accepted', 'ready', 'scheduled'] as steps
),
reached as (
  select
    connection.district_id,
    case
      when not coalesce(bool_or(checklist.done) filter (where checklist.item = 'accepted'), false) then 'requested'
      when count(*) filter (where checklist.done and checklist.item = any (needed.ready)) < cardinality(needed.ready)
        then 'accepted'
      when count(*) filter (where checklist.done and checklist.item = any (needed.scheduled)) < cardinality(needed.scheduled)
        then 'ready'
      else 'scheduled'
    end as step,
    needed.steps
  from sync.connection connection
  cross join needed
  left join sync.checklist checklist on checklist.district_id = connection.district_id
  where (:?district::text is null or connection.clever_id = :?district::text)
    and connection.onboarding in ('requested', 'accepted', 'ready')
    and connection.disconnected_at is null
    and connection.purged_at is null
    and connection.paused_at is null
  group by connection.district_id, needed.ready, needed.scheduled, needed.steps
),
moving as (
  -- One whose row its first publication holds just now moves with the next look.
  select
    connection.district_id,
    reached.step
  from reached
  join sync.connection connection using (district_id)
  where connection.onboarding in ('requested', 'accepted', 'ready')
    and array_position(reached.steps, reached.step) > array_position(reached.steps, connection.onboarding)
  order by connection.district_id
  for update of connection skip locked
)
update sync.connection target set
  onboarding = moving.step
from moving
where target.district_id = moving.district_id
returning
  target.clever_id as district,
  target.onboarding
