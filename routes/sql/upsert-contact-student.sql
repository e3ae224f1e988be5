-- upsert-contact-student.sql: write the planned contact_student rows of one run.
--
-- In   districtId  our key of the district
--      runId       the run, kept on rows that it creates
-- Out  number of rows inserted or changed
--
-- Running it twice writes nothing the second time. Rows made by hand are not in the plan.
insert into galileo.contact_student as target (
  district_id,
  contact_id,
  student_id,
  relationship,
  type,
  origin,
  active,
  first_synced_at,
  created_run
)
select
  wanted.district_id,
  wanted.contact_id,
  wanted.student_id,
  wanted.relationship,
  wanted.type,
  'clever',
  true,
  now(),
  :?runId
from stage.change change
join stage.contact_student_wanted wanted
  on wanted.district_id = change.district_id and wanted.contact_id = change.a and wanted.student_id = change.b
where change.district_id = :?districtId
  and change.entity = 'contact_student'
  and change.action <> 'deactivate'
on conflict (district_id, contact_id, student_id, origin) do update set
  relationship = excluded.relationship,
  type = excluded.type,
  active = true,
  deactivated_at = null,
  changed_at = now()
where (target.active, target.relationship, target.type)
  is distinct from
      (true, excluded.relationship, excluded.type)
