-- upsert-teaching.sql: begin the planned teaching, and switch primary teachers.
--
-- In   districtId  our key of the district
--      runId       the run, kept on rows that it creates
-- Out  number of rows inserted or changed
--
-- Running it twice writes nothing the second time.
insert into galileo.teaching as target (
  district_id,
  section_id,
  teacher_id,
  is_primary,
  active_from,
  origin,
  created_run
)
select
  wanted.district_id,
  wanted.section_id,
  wanted.teacher_id,
  wanted.is_primary,
  now(),
  'clever',
  :?runId
from stage.change change
join stage.teaching_wanted wanted
  on wanted.district_id = change.district_id
  and wanted.section_id = change.a
  and wanted.teacher_id = change.b
where change.district_id = :?districtId
  and change.entity = 'teaching'
  and change.action in ('create', 'update')
on conflict (district_id, section_id, teacher_id, origin) where active_until is null do update set
  is_primary = excluded.is_primary
where target.is_primary is distinct from excluded.is_primary
