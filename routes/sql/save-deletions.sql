-- save-deletions.sql: stage the ids that events say are deleted.
--
-- In   districtId  our key of the district
--      collection  schools, terms, courses, users or sections
--      ids         Clever's ids, comma-separated
-- Out  number of ids
--
-- Only ids whose last event in this run says so.
insert into stage.deletion (district_id, collection, clever_id)
select
  :?districtId::int,
  :?collection::text,
  gone
from unnest(string_to_array(:?ids, ',')) gone
