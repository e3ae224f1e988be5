-- tell-kept-out.sql: tell what kept an id out: a sharing rule, or a record that could not be read.
--
-- In   districtId  our key of the district
--      cleverId    the Clever id
--      entity      person, section, school, course or term
-- Out  rows in order of time: at, run_id, trigger, rule, pointer, present; pointer is null for a sharing rule; present says
--      whether no newer run has read the district whole
select
  run.started_at as at,
  run.run_id,
  run.trigger,
  kept_out.rule,
  kept_out.pointer,
  run.run_id >= coalesce((
    select read.run_id
    from sync.run read
    where read.district_id = :?districtId::int
      and read.report -> 'quarantine' is not null
      and read.trigger <> 'events'
    order by read.run_id desc
    limit 1
  ), 0) as present
from (
  select run_id, rule, null::text as pointer
  from sync.filtered_id
  where district_id = :?districtId::int
    and collection = case :?entity::text when 'person' then 'users' else :?entity::text || 's' end
    and clever_id = :?cleverId::text
  union all
  select run_id, rule, pointer
  from sync.quarantine
  where district_id = :?districtId::int
    and clever_id = :?cleverId::text
    and collection = case :?entity::text when 'person' then 'users' else :?entity::text || 's' end
) kept_out
join sync.run run
  on run.district_id = :?districtId::int and run.run_id = kept_out.run_id
order by run.started_at, run.run_id, kept_out.rule, kept_out.pointer
