-- find-repeated-collections.sql: name the collections in which ids did not only ascend.
--
-- In   districtId  our key of the district
--      runId       the run
-- Out  one row a collection: collection
select collection
from sync.run_collection
where district_id = :?districtId
  and run_id = :?runId
  and not_ascending > 0
order by collection
