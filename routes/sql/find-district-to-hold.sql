-- find-district-to-hold.sql: hold a district for a decision about its publish hold, for the rest of this transaction.
--
-- In   district  Clever's id of the district
-- Out  one row: district_id, publish_hold_since, publish_hold_by, publish_hold_reason; none for a district without runs
--
-- Waits for a run that is publishing.
select
  district_id,
  publish_hold_since,
  publish_hold_by,
  publish_hold_reason
from sync.connection
where clever_id = :?district
for update
