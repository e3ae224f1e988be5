-- save-quarantine.sql: remember which records could not be read, and why.
--
-- In   districtId  our key of the district
--      runId       the run
-- Out  number of entries
--
-- Never their content.
insert into sync.quarantine (district_id, run_id, collection, clever_id, rule, pointer)
select
  district_id,
  :?runId,
  collection,
  clever_id,
  rule,
  pointer
from stage.rejected
where district_id = :?districtId
