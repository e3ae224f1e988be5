-- upsert-teacher.sql: write the planned teacher rows of one run.
--
-- In   districtId  our key of the district
--      runId       the run, kept on rows that it creates
-- Out  number of rows inserted or changed
--
-- Running it twice writes nothing the second time. Rows made by hand are not in the plan. It deactivates nothing.
-- A new column of teacher is added here in four places: insert, select, set and where.
insert into galileo.teacher as target (
  district_id,
  id,
  origin,
  active,
  school_id,
  sis_id,
  teacher_number,
  state_id,
  title,
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
  wanted.school_id,
  wanted.sis_id,
  wanted.teacher_number,
  wanted.state_id,
  wanted.title,
  wanted.ext,
  now(),
  now(),
  :?runId
from stage.change change
join stage.teacher_wanted wanted
  on wanted.district_id = change.district_id and wanted.id = change.id
where change.district_id = :?districtId
  and change.entity = 'teacher'
  and change.action <> 'deactivate'
on conflict (district_id, id, origin) do update set
  active = true,
  deactivated_at = null,
  first_synced_at = coalesce(target.first_synced_at, excluded.first_synced_at),
  changed_at = now(),
  school_id = excluded.school_id,
  sis_id = excluded.sis_id,
  teacher_number = excluded.teacher_number,
  state_id = excluded.state_id,
  title = excluded.title,
  ext = excluded.ext
where (
  target.active,
  target.school_id,
  target.sis_id,
  target.teacher_number,
  target.state_id,
  target.title,
  target.ext
) is distinct from (
  excluded.active,
  excluded.school_id,
  excluded.sis_id,
  excluded.teacher_number,
  excluded.state_id,
  excluded.title,
  excluded.ext
)
