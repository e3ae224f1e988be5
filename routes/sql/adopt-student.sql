-- adopt-student.sql: hand the student row of a person adopted in this run over to the SIS.
--
-- In   districtId  our key of the district
-- Out  number of rows handed over
--
-- Runs before upsert-student.sql, which then brings the SIS's values. Running it twice changes nothing the second time.
update galileo.student target set
  origin = 'clever'
from stage.change change
where change.district_id = :?districtId
  and change.entity = 'student'
  and change.action = 'adopt'
  and target.district_id = change.district_id
  and target.id = change.id
  and target.origin = 'manual'
