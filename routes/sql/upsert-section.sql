-- upsert-section.sql: write the planned section rows of one run.
--
-- In   districtId  our key of the district
--      runId       the run, kept on rows that it creates
-- Out  number of rows inserted or changed
--
-- Running it twice writes nothing the second time. Rows made by hand are not in the plan. It deactivates nothing.
-- A new column of section is added here in four places: insert, select, set and where.
insert into galileo.section as target (
  district_id,
  id,
  clever_id,
  origin,
  active,
  school_id,
  course_id,
  term_id,
  name,
  sis_id,
  subject,
  period,
  section_number,
  grade_raw,
  grade,
  grade_min,
  grade_max,
  ext,
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
  wanted.school_id,
  wanted.course_id,
  wanted.term_id,
  wanted.name,
  wanted.sis_id,
  wanted.subject,
  wanted.period,
  wanted.section_number,
  wanted.grade_raw,
  wanted.grade,
  wanted.grade_min,
  wanted.grade_max,
  wanted.ext,
  wanted.clever_created,
  wanted.clever_last_modified,
  now(),
  now(),
  :?runId
from stage.change change
join stage.section_wanted wanted
  on wanted.district_id = change.district_id and wanted.id = change.id
where change.district_id = :?districtId
  and change.entity = 'section'
  and change.action <> 'deactivate'
on conflict (district_id, id) do update set
  clever_id = excluded.clever_id,
  origin = excluded.origin,
  active = true,
  deactivated_at = null,
  first_synced_at = coalesce(target.first_synced_at, excluded.first_synced_at),
  changed_at = now(),
  school_id = excluded.school_id,
  course_id = excluded.course_id,
  term_id = excluded.term_id,
  name = excluded.name,
  sis_id = excluded.sis_id,
  subject = excluded.subject,
  period = excluded.period,
  section_number = excluded.section_number,
  grade_raw = excluded.grade_raw,
  grade = excluded.grade,
  grade_min = excluded.grade_min,
  grade_max = excluded.grade_max,
  ext = excluded.ext,
  clever_created = excluded.clever_created,
  clever_last_modified = excluded.clever_last_modified
where (
  target.clever_id,
  target.origin,
  target.active,
  target.school_id,
  target.course_id,
  target.term_id,
  target.name,
  target.sis_id,
  target.subject,
  target.period,
  target.section_number,
  target.grade_raw,
  target.grade,
  target.grade_min,
  target.grade_max,
  target.ext,
  target.clever_created,
  target.clever_last_modified
) is distinct from (
  excluded.clever_id,
  excluded.origin,
  excluded.active,
  excluded.school_id,
  excluded.course_id,
  excluded.term_id,
  excluded.name,
  excluded.sis_id,
  excluded.subject,
  excluded.period,
  excluded.section_number,
  excluded.grade_raw,
  excluded.grade,
  excluded.grade_min,
  excluded.grade_max,
  excluded.ext,
  excluded.clever_created,
  excluded.clever_last_modified
)
