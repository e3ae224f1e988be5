-- upsert-person-school.sql: write the planned person_school rows of one run.
--
-- In   districtId  our key of the district
--      runId       the run, kept on rows that it creates
-- Out  number of rows inserted or changed
--
-- Running it twice writes nothing the second time. Rows made by hand are not in the plan.
insert into galileo.person_school as target (
  district_id,
  person_id,
  school_id,
  is_primary,
  origin,
  active,
  first_synced_at,
  created_run
)
select
  wanted.district_id,
  wanted.person_id,
  wanted.school_id,
  wanted.is_primary,
  'clever',
  true,
  now(),
  :?runId
from stage.change change
join stage.person_school_wanted wanted
  on wanted.district_id = change.district_id and wanted.person_id = change.a and wanted.school_id = change.b
where change.district_id = :?districtId
  and change.entity = 'person_school'
  and change.action <> 'deactivate'
on conflict (district_id, person_id, school_id, origin) do update set
  is_primary = excluded.is_primary,
  active = true,
  deactivated_at = null,
  changed_at = now()
where (target.active, target.is_primary)
  is distinct from
      (true, excluded.is_primary)
