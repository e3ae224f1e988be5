-- upsert-person.sql: write the planned person rows of one run.
--
-- In   districtId  our key of the district
--      runId       the run, kept on rows that it creates
-- Out  number of rows inserted or changed
--
-- Running it twice writes nothing the second time. Rows made by hand are not in the plan. It deactivates nothing.
-- A new column of person is added here in four places: insert, select, set and where.
insert into galileo.person as target (
  district_id,
  id,
  clever_id,
  origin,
  active,
  first_name,
  middle_name,
  last_name,
  preferred_first_name,
  preferred_middle_name,
  preferred_last_name,
  email,
  username,
  clever_created,
  clever_last_modified,
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
  wanted.first_name,
  wanted.middle_name,
  wanted.last_name,
  wanted.preferred_first_name,
  wanted.preferred_middle_name,
  wanted.preferred_last_name,
  wanted.email,
  wanted.username,
  wanted.clever_created,
  wanted.clever_last_modified,
  now(),
  now(),
  :?runId
from stage.change change
join stage.person_wanted wanted
  on wanted.district_id = change.district_id and wanted.id = change.id
where change.district_id = :?districtId
  and change.entity = 'person'
  and change.action <> 'deactivate'
on conflict (district_id, id) do update set
  clever_id = excluded.clever_id,
  origin = excluded.origin,
  active = true,
  deactivated_at = null,
  first_synced_at = coalesce(target.first_synced_at, excluded.first_synced_at),
  changed_at = now(),
  first_name = excluded.first_name,
  middle_name = excluded.middle_name,
  last_name = excluded.last_name,
  preferred_first_name = excluded.preferred_first_name,
  preferred_middle_name = excluded.preferred_middle_name,
  preferred_last_name = excluded.preferred_last_name,
  email = excluded.email,
  username = excluded.username,
  clever_created = excluded.clever_created,
  clever_last_modified = excluded.clever_last_modified
where (
  target.clever_id,
  target.origin,
  target.active,
  target.first_name,
  target.middle_name,
  target.last_name,
  target.preferred_first_name,
  target.preferred_middle_name,
  target.preferred_last_name,
  target.email,
  target.username,
  target.clever_created,
  target.clever_last_modified
) is distinct from (
  excluded.clever_id,
  excluded.origin,
  excluded.active,
  excluded.first_name,
  excluded.middle_name,
  excluded.last_name,
  excluded.preferred_first_name,
  excluded.preferred_middle_name,
  excluded.preferred_last_name,
  excluded.email,
  excluded.username,
  excluded.clever_created,
  excluded.clever_last_modified
)
