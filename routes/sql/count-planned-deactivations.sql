-- count-planned-deactivations.sql: count what the plan would switch off.
--
-- In   districtId  our key of the district
-- Out  one row: deactivations
select count(*) as deactivations
from stage.change
where district_id = :?districtId
  and action = 'deactivate'
