-- plan-absent-staff.sql: plan the deactivation of staff rows that a complete snapshot no longer has.
--
-- In   districtId  our key of the district
--      runId       the run whose collections must be proven complete (sync.proven)
-- Out  number of deactivations planned in stage.change
--
-- Without the proof it plans nothing but what events told (stage.told_staff). Rows made by hand are never planned.
insert into stage.change (district_id, entity, action, id, school_id)
select
  roster.district_id,
  'staff',
  'deactivate',
  roster.id,
  (
    select min(place.school_id)
    from galileo.person_school place
    where place.district_id = :?districtId and place.person_id = roster.id and place.active and place.origin = 'clever'
  )
from stage.told_staff roster
where roster.district_id = :?districtId
  and roster.active
  and roster.origin = 'clever'
  and roster.told = ((
    select true
    from sync.proven proof
    where proof.district_id = :?districtId and proof.run_id = :?runId and proof.entity = 'staff'
  ) is not true)
  and not exists (
    select
    from stage.staff staged
    join stage.reference self
      on self.district_id = staged.district_id and self.entity = 'person' and self.clever_id = staged.clever_id
    where staged.district_id = roster.district_id and self.id = roster.id
  )
  -- A person whose record is in quarantine, or has a role that we do not know, keeps the roles it had.
  and not exists (
    select
    from stage.reference self
    left join stage.person staged
      on staged.district_id = self.district_id and staged.clever_id = self.clever_id
    where self.district_id = roster.district_id
      and self.entity = 'person'
      and self.id = roster.id
      and (self.how = 'kept' or staged.unknown_roles)
  )
