-- find-forgotten-district.sql: say whether a district must not be synchronised, and why.
--
-- In   district  Clever's id of the district
-- Out  one row: disconnected_at, disconnected_by, purged_at, declined, taken_on_at, taken_on_by; none when it may be synchronised
--
-- Without any of them: its token was made for another application.
select
  connection.disconnected_at,
  connection.disconnected_by,
  connection.purged_at,
  connection.onboarding = 'declined' as declined,
  connection.taken_on_at,
  connection.taken_on_by
from sync.connection connection
left join sync.probe probe on probe.district_id = connection.district_id
where connection.clever_id = :?district
  and (
    connection.disconnected_at is not null
    or connection.purged_at is not null
    or connection.onboarding = 'declined'
    or not probe.is_ours
  )
