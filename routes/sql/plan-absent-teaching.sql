-- plan-absent-teaching.sql: plan the teaching intervals that end.
--
-- In   districtId  our key of the district
--      runId       the run whose collections must be proven complete (sync.proven)
-- Out  number of rows planned in stage.change
--
-- Without the proof it plans nothing but what events told (stage.told_teaching). Rows made by hand are never planned.
insert into stage.change (district_id, entity, action, id, a, b, school_id)
select
  roster.district_id,
  'teaching',
  'deactivate',
  roster.id,
  roster.section_id,
  roster.teacher_id,
  (
    select section.school_id
    from galileo.section section
    where section.district_id = :?districtId and section.id = roster.section_id
  )
from stage.told_teaching roster
left join stage.teaching_wanted wanted
  on wanted.district_id = :?districtId
  and wanted.section_id = roster.section_id
  and wanted.teacher_id = roster.teacher_id
where roster.district_id = :?districtId
  and roster.active_until is null
  and roster.origin = 'clever'
  and wanted.teacher_id is null
  and roster.told = ((
    select true
    from sync.proven proof
    where proof.district_id = :?districtId and proof.run_id = :?runId and proof.entity = 'teaching'
  ) is not true)
  -- What hangs on a section or person in quarantine stays.
  and not exists (
    select
    from stage.reference present
    where present.district_id = roster.district_id
      and present.entity = 'section'
      and present.how = 'kept'
      and present.id = roster.section_id
  )
  and not exists (
    select
    from stage.reference present
    where present.district_id = roster.district_id
      and present.entity = 'person'
      and present.how = 'kept'
      and present.id = roster.teacher_id
  )
