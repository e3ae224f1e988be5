-- plan-absent-contact-student.sql: plan the deactivation of contact_student rows that a complete snapshot no longer has.
--
-- In   districtId  our key of the district
--      runId       the run whose collections must be proven complete (sync.proven)
-- Out  number of deactivations planned in stage.change
--
-- Without the proof it plans nothing but what events told (stage.told_contact_student). Rows made by hand are never planned.
insert into stage.change (district_id, entity, action, id, a, b)
select
  roster.district_id,
  'contact_student',
  'deactivate',
  roster.id,
  roster.contact_id,
  roster.student_id
from stage.told_contact_student roster
left join stage.contact_student_wanted wanted
  on wanted.district_id = :?districtId and wanted.contact_id = roster.contact_id and wanted.student_id = roster.student_id
where roster.district_id = :?districtId
  and roster.active
  and roster.origin = 'clever'
  and wanted.contact_id is null
  and roster.told = ((
    select true
    from sync.proven proof
    where proof.district_id = :?districtId and proof.run_id = :?runId and proof.entity = 'contact_student'
  ) is not true)
  -- What hangs on a person in quarantine stays.
  and not exists (
    select
    from stage.reference present
    where present.district_id = roster.district_id
      and present.entity = 'person'
      and present.how = 'kept'
      and present.id = roster.contact_id
  )
  and not exists (
    select
    from stage.reference present
    where present.district_id = roster.district_id
      and present.entity = 'person'
      and present.how = 'kept'
      and present.id = roster.student_id
  )
