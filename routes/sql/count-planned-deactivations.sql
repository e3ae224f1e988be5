-- count-planned-deactivations.sql: count what the plan holds for gone: rows to switch off, and rows to give another id.
--
-- In   districtId  our key of the district
-- Out  one row: deactivations
select count(*) as deactivations
from stage.change
where district_id = :?districtId
  and action in ('deactivate', 're-key')
