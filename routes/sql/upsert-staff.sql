-- upsert-staff.sql: write the planned staff rows of one run.
--
-- In   districtId  our key of the district
--      runId       the run, kept on rows that it creates
-- Out  number of rows inserted or changed
--
-- Running it twice writes nothing the second time. Rows made by hand are not in the plan. It deactivates nothing.
-- A new column of staff is added here in four places: insert, select, set and where.
insert into galileo.staff as target (
  district_id,
  id,
  origin,
  active,
  staff_id,
  title,
  department,
  roles,
  ext,
  first_synced_at,
  changed_at,
  created_run
)
select
  wanted.district_id,
  wanted.id,
  'clever',
  true,
  wanted.staff_id,
  wanted.title,
  wanted.department,
  wanted.roles,
  wanted.ext,
  now(),
  now(),
  :?runId
from stage.change change
join stage.staff_wanted wanted
  on wanted.district_id = change.district_id and wanted.id = change.id
where change.district_id = :?districtId
  and change.entity = 'staff'
  and change.action <> 'deactivate'
on conflict (district_id, id, origin) do update set
  active = true,
  deactivated_at = null,
  first_synced_at = coalesce(target.first_synced_at, excluded.first_synced_at),
  changed_at = now(),
  staff_id = excluded.staff_id,
  title = excluded.title,
  department = excluded.department,
  roles = excluded.roles,
  ext = excluded.ext
where (
  target.active,
  target.staff_id,
  target.title,
  target.department,
  target.roles,
  target.ext
) is distinct from (
  excluded.active,
  excluded.staff_id,
  excluded.title,
  excluded.department,
  excluded.roles,
  excluded.ext
)
