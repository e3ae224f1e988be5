-- upsert-course.sql: write the planned course rows of one run.
--
-- In   districtId  our key of the district
--      runId       the run, kept on rows that it creates
-- Out  number of rows inserted or changed
--
-- Running it twice writes nothing the second time. Rows made by hand are not in the plan. It deactivates nothing.
-- A new column of course is added here in four places: insert, select, set and where.
insert into galileo.course as target (
  district_id,
  id,
  clever_id,
  origin,
  active,
  name,
  number,
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
  wanted.number,
  now(),
  now(),
  :?runId
from stage.change change
join stage.course_wanted wanted
  on wanted.district_id = change.district_id and wanted.id = change.id
where change.district_id = :?districtId
  and change.entity = 'course'
  and change.action <> 'deactivate'
on conflict (district_id, id) do update set
  clever_id = excluded.clever_id,
  origin = excluded.origin,
  active = true,
  deactivated_at = null,
  first_synced_at = coalesce(target.first_synced_at, excluded.first_synced_at),
  changed_at = now(),
  name = excluded.name,
  number = excluded.number
where (
  target.clever_id,
  target.origin,
  target.active,
  target.name,
  target.number
) is distinct from (
  excluded.clever_id,
  excluded.origin,
  excluded.active,
  excluded.name,
  excluded.number
)
