-- adopt-teacher.sql: hand the teacher row of a person adopted in this run over to the SIS.
--
-- In   districtId  our key of the district
-- Out  number of rows handed over
--
-- Runs before upsert-teacher.sql, which then brings the SIS's values. Running it twice changes nothing the second time.
update galileo.teacher target set
  origin = 'clever'
from stage.change change
where change.district_id = :?districtId
  and change.entity = 'teacher'
  and change.action = 'adopt'
  and target.district_id = change.district_id
  and target.id = change.id
  and target.origin = 'manual'
