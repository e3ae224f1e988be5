-- find-forgotten-district.sql: say whether a district must not be synchronised, and why.
--
-- In   district  Clever's id of the district
-- Out  one row: disconnected_at, disconnected_by, purged_at; none when it may be synchronised
select
  disconnected_at,
  disconnected_by,
  purged_at
from sync.connection
where clever_id = :?district
  and (disconnected_at is not null or purged_at is not null)
