-- save-quarantine.sql: remember which records could not be read, and why.
--
-- In   districtId  our key of the district
--      runId       the run
-- Out  number of entries
--
-- Never their content. A run that went on elsewhere may have been here before: it is kept once.
with before as (
  delete from sync.quarantine where district_id = :?districtId and run_id = :?runId
)
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
