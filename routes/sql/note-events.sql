-- note-events.sql: remember how the last look at a district's events went, when it applied none.
--
-- In   district  Clever's id of the district
--      cursor    the place that was looked from
--      readAt    until when there were no more events, or null
--      gap       why events may be missing, or null
--      trouble   why they could not be read or applied, or null
-- Out  number of districts updated, 0 when another node has moved the place meanwhile
--
-- A gap stays until a full run is published (mark-published.sql).
update sync.connection set
  events_read_at = coalesce(:?readAt::timestamptz, events_read_at),
  events_gap = coalesce(:?gap::text, events_gap),
  events_trouble = :?trouble::text
where clever_id = :?district
  and events
  and events_cursor is not distinct from :?cursor::text
