-- find-expired-districts.sql: find the disconnected districts whose retention time is over.
--
-- In   days  the retention time, or null when none is set
-- Out  rows: district; none when no retention time is set
select clever_id as district
from sync.connection
where disconnected_at + make_interval(days => :?days::int) <= now()
  and purged_at is null
order by disconnected_at
