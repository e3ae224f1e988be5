-- journal-creations.sql: journal what this run created.
--
-- In   districtId  our key of the district
--      runId       the run
-- Out  number of journal entries
--
-- The first load of a district is one entry per entity; its rows carry the run in created_run.
with first_load as (
  select not exists (
    select
    from sync.run earlier
    where earlier.district_id = :?districtId
      and earlier.run_id <> :?runId
      and earlier.published_at is not null
  ) as yes
)
insert into sync.journal (district_id, run_id, entity, action, id, a, b, rows)
select
  district_id,
  :?runId::bigint,
  entity,
  'create',
  null::bigint,
  null::bigint,
  null::bigint,
  count(*)
from stage.change
cross join first_load
where district_id = :?districtId
  and action = 'create'
  and first_load.yes
group by district_id, entity
union all
select
  district_id,
  :?runId::bigint,
  entity,
  'create',
  id,
  a,
  b,
  1
from stage.change
cross join first_load
where district_id = :?districtId
  and action = 'create'
  and not first_load.yes
