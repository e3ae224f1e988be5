-- find-bad-collections.sql: name the collections with too many unreadable records to be believed.
--
-- In   districtId  our key of the district
--      runId       the run
--      maxRejected  greatest share of rejected records, 0.05 is 5 %
-- Out  one row a collection: collection, rejected, fetched
select
  collection,
  rejected,
  fetched
from sync.run_collection
where district_id = :?districtId
  and run_id = :?runId
  and rejected > fetched * :?maxRejected::numeric
order by collection
