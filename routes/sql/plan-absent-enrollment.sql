-- plan-absent-enrollment.sql: plan the enrollment intervals that end.
--
-- In   districtId  our key of the district
--      runId       the run whose collections must be proven complete (sync.proven)
-- Out  number of rows planned in stage.change
--
-- Without the proof it plans nothing but what events told (stage.told). Rows made by hand are never planned.
insert into stage.change (district_id, entity, action, id, a, b, school_id)
select
  roster.district_id,
  'enrollment',
  'deactivate',
  roster.id,
  roster.section_id,
  roster.student_id,
  section.school_id
from galileo.enrollment roster
join galileo.section section
  on section.district_id = roster.district_id and section.id = roster.section_id
join stage.membership membership
  on membership.district_id = roster.district_id
  and membership.section_id = roster.section_id
  and membership.changed
left join stage.enrollment_wanted wanted
  on wanted.district_id = :?districtId
  and wanted.section_id = roster.section_id
  and wanted.student_id = roster.student_id
where roster.district_id = :?districtId
  and roster.active_until is null
  and roster.origin = 'clever'
  and wanted.student_id is null
  and (
    (
      select true
      from sync.proven proof
      where proof.district_id = :?districtId and proof.run_id = :?runId and proof.entity = 'enrollment'
    )
    or (roster.section_id, 'section') in (
      select id, entity from stage.told where district_id = :?districtId
    )
    or (roster.student_id, 'student') in (
      select id, entity from stage.told where district_id = :?districtId
    )
  )
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
      and present.id = roster.student_id
  )
