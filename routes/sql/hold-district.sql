-- hold-district.sql: hold a district for the rest of this transaction, and say what is known of its leaving.
--
-- In   district  Clever's id of the district
--      days      its retention time, or null when none is set
-- Out  one row: district_id, disconnected_at, disconnected_by, purged_at, due_at, due; none for a district never seen
--
-- Waits for the transaction that a run is in; the next one of that run then finds its fence gone.
select
  district_id,
  disconnected_at,
  disconnected_by,
  purged_at,
  disconnected_at + make_interval(days => :?days::int) as due_at,
  coalesce(disconnected_at + make_interval(days => :?days::int) <= now(), false) as due
from sync.connection
where clever_id = :?district
for update
