-- plan-absent-person-school.sql: plan the deactivation of person_school rows that a complete snapshot no longer has.
--
-- In   districtId  our key of the district
--      runId       the run whose collections must be proven complete (sync.proven)
-- Out  number of deactivations planned in stage.change
--
-- Without the proof it plans nothing but what events told (stage.told_person_school). Rows made by hand are never planned.
insert into stage.change (district_id, entity, action, id, a, b, school_id)
select
  roster.district_id,
  'person_school',
  'deactivate',
  roster.id,
  roster.person_id,
  roster.school_id,
  roster.school_id
from stage.told_person_school roster
left join stage.person_school_wanted wanted
  on wanted.district_id = :?districtId and wanted.person_id = roster.person_id and wanted.school_id = roster.school_id
where roster.district_id = :?districtId
  and roster.active
  and roster.origin = 'clever'
  and wanted.person_id is null
  and roster.told = ((
    select true
    from sync.proven proof
    where proof.district_id = :?districtId and proof.run_id = :?runId and proof.entity = 'person_school'
  ) is not true)
  -- What hangs on a person or school in quarantine stays.
  and not exists (
    select
    from stage.reference present
    where present.district_id = roster.district_id
      and present.entity = 'person'
      and present.how = 'kept'
      and present.id = roster.person_id
  )
  and not exists (
    select
    from stage.reference present
    where present.district_id = roster.district_id
      and present.entity = 'school'
      and present.how = 'kept'
      and present.id = roster.school_id
  )
