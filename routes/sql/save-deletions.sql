-- save-deletions.sql: stage the ids that events say are deleted.
--
-- In   districtId  our key of the district
--      collection  schools, terms, courses, users or sections
--      deletions   JSON: objects with Clever's id, and last_modified when the event told it
-- Out  number of ids
--
-- Only ids whose last event in this run says so.
insert into stage.deletion (district_id, collection, clever_id, clever_last_modified)
select
  :?districtId::int,
  :?collection::text,
  gone.id,
  gone.last_modified
from jsonb_to_recordset(:?deletions::jsonb) gone (id text, last_modified timestamptz)
