-- plan-absent-course.sql: plan the deactivation of course rows that a complete snapshot no longer has.
--
-- In   districtId  our key of the district
--      runId       the run whose collections must be proven complete (sync.proven)
-- Out  number of deactivations planned in stage.change
--
-- Without the proof it plans nothing but what events told (stage.told_course). Rows made by hand are never planned.
insert into stage.change (district_id, entity, action, id)
select
  roster.district_id,
  'course',
  'deactivate',
  roster.id
from stage.told_course roster
where roster.district_id = :?districtId
  and roster.active
  and roster.origin = 'clever'
  and roster.told = ((
    select true
    from sync.proven proof
    where proof.district_id = :?districtId and proof.run_id = :?runId and proof.entity = 'course'
  ) is not true)
  and not exists (
    select
    from stage.reference self
    where self.district_id = roster.district_id and self.entity = 'course' and self.id = roster.id
  )
