-- deactivate-teacher.sql: switch off the teacher rows whose deactivation is planned; nothing is ever deleted.
--
-- In   districtId  our key of the district
-- Out  number of rows switched off
--
-- Running it twice changes nothing the second time.
update galileo.teacher target set
  active = false,
  deactivated_at = now(),
  changed_at = now()
from stage.change change
where change.district_id = :?districtId
  and change.entity = 'teacher'
  and change.action = 'deactivate'
  and target.district_id = change.district_id
  and target.id = change.id
  and target.origin = 'clever'
  and target.active
