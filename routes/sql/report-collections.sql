-- report-collections.sql: how far each collection was read.
--
-- In   districtId  our key of the district
--      runId       the run
-- Out  one row a collection: collection, pages, fetched, filtered, rejected, unreadable, duplicates, seen_again,
--      nuls_removed, unknown_values, values_dropped
select
  collection,
  pages,
  fetched,
  filtered,
  rejected,
  unreadable,
  duplicates,
  seen_again,
  nuls_removed,
  unknown_values,
  values_dropped
from sync.run_collection
where district_id = :?districtId
  and run_id = :?runId
order by collection
