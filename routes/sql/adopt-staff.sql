-- adopt-staff.sql: hand the staff row of a person adopted in this run over to the SIS.
--
-- In   districtId  our key of the district
-- Out  number of rows handed over
--
-- Runs before upsert-staff.sql, which then brings the SIS's values. Running it twice changes nothing the second time.
update galileo.staff target set
  origin = 'clever'
from stage.change change
where change.district_id = :?districtId
  and change.entity = 'staff'
  and change.action = 'adopt'
  and target.district_id = change.district_id
  and target.id = change.id
  and target.origin = 'manual'
