-- upsert-contact.sql: write the planned contact rows of one run.
--
-- In   districtId  our key of the district
--      runId       the run, kept on rows that it creates
-- Out  number of rows inserted or changed
--
-- Running it twice writes nothing the second time. Rows made by hand are not in the plan. It deactivates nothing.
-- A new column of contact is added here in four places: insert, select, set and where.
insert into galileo.contact as target (
  district_id,
  id,
  origin,
  active,
  sis_id,
  phone,
  phone_type,
  first_synced_at,
  changed_at,
  created_run
)
select
  wanted.district_id,
  wanted.id,
  'clever',
  true,
  wanted.sis_id,
  wanted.phone,
  wanted.phone_type,
  now(),
  now(),
  :?runId
from stage.change change
join stage.contact_wanted wanted
  on wanted.district_id = change.district_id and wanted.id = change.id
where change.district_id = :?districtId
  and change.entity = 'contact'
  and change.action <> 'deactivate'
on conflict (district_id, id, origin) do update set
  active = true,
  deactivated_at = null,
  first_synced_at = coalesce(target.first_synced_at, excluded.first_synced_at),
  changed_at = now(),
  sis_id = excluded.sis_id,
  phone = excluded.phone,
  phone_type = excluded.phone_type
where (
  target.active,
  target.sis_id,
  target.phone,
  target.phone_type
) is distinct from (
  excluded.active,
  excluded.sis_id,
  excluded.phone,
  excluded.phone_type
)
