-- find-checkpoint.sql: say how far a collection has been staged.
--
-- In   districtId  our key of the district
--      runId       the run
--      collection  schools, terms, courses, users or sections
-- Out  one row: pages, last_id; none before the first page
select
  pages,
  last_id
from sync.run_collection
where district_id = :?districtId
  and run_id = :?runId
  and collection = :?collection
