-- count-marked.sql: count the rows that are marked to stay.
--
-- In   districtId  our key of the district
--      verdict     held, protected or rejected
-- Out  one row: marked
select count(*) as marked
from stage.change
where district_id = :?districtId
  and verdict = :?verdict
