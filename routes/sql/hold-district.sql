-- hold-district.sql: hold a district for the rest of this transaction, and say how it stands.
--
-- In   district  Clever's id of the district
--      days      its retention time, or null when none is set
-- Out  one row: district_id, disconnected_at, disconnected_by, purged_at, due_at, due, onboarding, taken_on_at, taken_on_by,
--      paused_at, paused_by, published, running; none for a district never seen
--
-- Waits for the transaction that a run is in; the next one of that run then finds its fence gone.
select
  district_id,
  disconnected_at,
  disconnected_by,
  purged_at,
  disconnected_at + make_interval(days => :?days::int) as due_at,
  coalesce(disconnected_at + make_interval(days => :?days::int) <= now(), false) as due,
  onboarding,
  taken_on_at,
  taken_on_by,
  paused_at,
  paused_by,
  exists (select from galileo.district published where published.district_id = connection.district_id) as published,
  exists (
    select
    from sync.run run
    where run.district_id = connection.district_id and run.state = 'RUNNING'
  ) as running
from sync.connection connection
where clever_id = :?district
for update
