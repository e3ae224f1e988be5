-- find-events-position.sql: say where among Clever's events a followed district stands.
--
-- In   district  Clever's id of the district
-- Out  one row: district_id, events_cursor, events_overlap, events_cursor_at, events_read_at; none when nothing is to be read now
--      (find-followed-districts.sql)
select
  connection.district_id,
  connection.events_cursor,
  connection.events_overlap,
  connection.events_cursor_at,
  connection.events_read_at
from sync.connection connection
where connection.clever_id = :?district
  and connection.events
  and connection.events_gap is null
  and connection.events_read_at is not null
  and connection.publish_hold_since is null
  and connection.accepted_at is null
  and connection.paused_at is null
  and connection.disconnected_at is null
  and connection.purged_at is null
  and not exists (
    select
    from sync.run run
    where run.district_id = connection.district_id and run.state = 'RUNNING'
  )
