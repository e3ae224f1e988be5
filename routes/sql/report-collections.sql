-- report-collections.sql: how far each collection was read.
--
-- In   districtId  our key of the district
--      runId       the run
-- Out  one row a collection: collection, pages, fetched, filtered, rejected, unreadable, duplicates, seen_again
select
  collection,
  pages,
  fetched,
  filtered,
  rejected,
  unreadable,
  duplicates,
  seen_again
from sync.run_collection
where district_id = :?districtId
  and run_id = :?runId
order by collection
