-- upsert-term.sql: write the planned term rows of one run.
--
-- In   districtId  our key of the district
--      runId       the run, kept on rows that it creates
-- Out  number of rows inserted or changed
--
-- Running it twice writes nothing the second time. Rows made by hand are not in the plan. It deactivates nothing.
-- A new column of term is added here in four places: insert, select, set and where.
insert into galileo.term as target (
  district_id,
  id,
  clever_id,
  origin,
  active,
  name,
  start_date,
  end_date,
  first_synced_at,
  changed_at,
  created_run
)
select
  wanted.district_id,
  wanted.id,
  wanted.clever_id,
  'clever',
  true,
  wanted.name,
  wanted.start_date,
  wanted.end_date,
  now(),
  now(),
  :?runId
from stage.change change
join stage.term_wanted wanted
  on wanted.district_id = change.district_id and wanted.id = change.id
where change.district_id = :?districtId
  and change.entity = 'term'
  and change.action <> 'deactivate'
on conflict (district_id, id) do update set
  clever_id = excluded.clever_id,
  origin = excluded.origin,
  active = true,
  deactivated_at = null,
  first_synced_at = coalesce(target.first_synced_at, excluded.first_synced_at),
  changed_at = now(),
  name = excluded.name,
  start_date = excluded.start_date,
  end_date = excluded.end_date
where (
  target.clever_id,
  target.origin,
  target.active,
  target.name,
  target.start_date,
  target.end_date
) is distinct from (
  excluded.clever_id,
  excluded.origin,
  excluded.active,
  excluded.name,
  excluded.start_date,
  excluded.end_date
)
