-- save-events-position.sql: remember where Clever's events stand before the walk of a full run.
--
-- In   districtId  our key of the district
--      runId       the run
--      newCursor, newOverlap, newCursorAt, newReadAt  the newest event, the one before it, and the moment of the question
-- Out  number of runs updated, 0 when an earlier try or node has asked before, or has read pages
--
-- The earlier place is the right one: the walk of a run that goes on may have begun long ago. Where none was kept before its first
-- page, events that lie between would be lost: the district goes on from its old place, or waits for its next full run. It becomes the district's when the
-- run is published (mark-published.sql).
update sync.run set
  events_cursor = :?newCursor::text,
  events_overlap = :?newOverlap::text,
  events_cursor_at = :?newCursorAt::timestamptz,
  events_read_at = :?newReadAt::timestamptz
where district_id = :?districtId
  and run_id = :?runId
  and events_read_at is null
  and not exists (
    select
    from sync.run_collection walked
    where walked.district_id = :?districtId and walked.run_id = :?runId
  )
