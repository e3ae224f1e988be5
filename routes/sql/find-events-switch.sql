-- find-events-switch.sql: say whether a district is followed by events, and how that stands.
--
-- In   district  Clever's id of the district
-- Out  one row: district_id, events, events_cursor, events_cursor_at, events_read_at, events_gap, events_trouble, published,
--      on_hold, paused, disconnected_at, disconnected_by; none for a district that was never synchronised
select
  connection.district_id,
  connection.events,
  connection.events_cursor,
  connection.events_cursor_at,
  connection.events_read_at,
  connection.events_gap,
  connection.events_trouble,
  published.district_id is not null and connection.accepted_at is null as published,
  connection.publish_hold_since is not null as on_hold,
  connection.paused_at is not null as paused,
  connection.disconnected_at,
  connection.disconnected_by
from sync.connection connection
left join galileo.district published
  on published.district_id = connection.district_id
where connection.clever_id = :?district
