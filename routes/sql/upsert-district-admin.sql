-- upsert-district-admin.sql: write the planned district_admin rows of one run.
--
-- In   districtId  our key of the district
--      runId       the run, kept on rows that it creates
-- Out  number of rows inserted or changed
--
-- Running it twice writes nothing the second time. Rows made by hand are not in the plan. It deactivates nothing.
-- A new column of district_admin is added here in four places: insert, select, set and where.
insert into galileo.district_admin as target (
  district_id,
  id,
  origin,
  active,
  title,
  first_synced_at,
  changed_at,
  created_run
)
select
  wanted.district_id,
  wanted.id,
  'clever',
  true,
  wanted.title,
  now(),
  now(),
  :?runId
from stage.change change
join stage.district_admin_wanted wanted
  on wanted.district_id = change.district_id and wanted.id = change.id
where change.district_id = :?districtId
  and change.entity = 'district_admin'
  and change.action <> 'deactivate'
on conflict (district_id, id, origin) do update set
  active = true,
  deactivated_at = null,
  first_synced_at = coalesce(target.first_synced_at, excluded.first_synced_at),
  changed_at = now(),
  title = excluded.title
where (
  target.active,
  target.title
) is distinct from (
  excluded.active,
  excluded.title
)
