-- find-checkpoint.sql: say how far a collection has been staged.
--
-- In   districtId  our key of the district
--      runId       the run
--      collection  schools, terms, courses, users or sections
-- Out  one row: pages, fetched, last_id, next_uri, done; none before the first page
select
  pages,
  fetched,
  last_id,
  next_uri,
  done
from sync.run_collection
where district_id = :?districtId
  and run_id = :?runId
  and collection = :?collection
