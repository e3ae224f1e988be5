-- report-quarantine.sql: the first hundred records that could not be read.
--
-- In   districtId  our key of the district
-- Out  up to 100 rows: collection, clever_id, rule, pointer
--
-- All of them are in sync.quarantine.
select
  collection,
  clever_id,
  rule,
  pointer
from stage.rejected
where district_id = :?districtId
order by collection, seq
limit 100
