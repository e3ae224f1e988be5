-- plan-student.sql: plan what makes the roster's student rows equal to the snapshot's, column by column.
--
-- In   districtId  our key of the district
-- Out  number of rows planned in stage.change: create, update, reactivate and the like
--
-- Compares values, not hashes or dates, so that a row edited by hand is put back. Plans no deactivation.
with differing as materialized (
  select
    wanted.id,
    wanted.school_id
  from stage.student_wanted wanted
  left join stage.student_current current
    on current.district_id = wanted.district_id and current.id = wanted.id
  where wanted.district_id = :?districtId
    and row(wanted.*) is distinct from row(current.*)
)
insert into stage.change (district_id, entity, action, id, school_id)
select
  :?districtId,
  'student',
  case
    when manual.id is not null and known.id is null then 'adopt'
    when known.id is null then 'create'
    when not known.active then 'reactivate'
    else 'update'
  end,
  differing.id,
  differing.school_id
from differing
left join galileo.student known
  on known.district_id = :?districtId and known.id = differing.id and known.origin = 'clever'
left join stage.reference self
  on self.district_id = :?districtId and self.entity = 'person' and self.id = differing.id and self.how = 'adopt'
left join galileo.student manual
  on manual.district_id = self.district_id and manual.id = self.id and manual.origin = 'manual'
