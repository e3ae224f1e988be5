-- begin-events-run.sql: begin a run that applies events, unless a run of the district is active or its place has moved.
--
-- In   district    Clever's id of the district
--      apiVersion  version of Clever's API
--      cursor      the place that the events were read from: id of the last event applied, or null
--      newCursor, newOverlap, newCursorAt, newReadAt  the place to which the run moves
-- Out  one row as of begin-run.sql; none when the events have to wait, or another node has applied them
--
-- The unique index run_one_active decides between two that start at the same moment.
with begun as (
  insert into sync.run (
    district_id, epoch, trigger, api_version, events_cursor, events_overlap, events_cursor_at, events_read_at)
  select
    district_id,
    nextval('sync.epoch_seq'),
    'events',
    :?apiVersion,
    :?newCursor::text,
    :?newOverlap::text,
    :?newCursorAt::timestamptz,
    :?newReadAt::timestamptz
  from sync.connection
  where clever_id = :?district
    and events
    and events_gap is null
    and events_read_at is not null
    and events_cursor is not distinct from :?cursor::text
    and publish_hold_since is null
    and accepted_at is null
    and paused_at is null
    and disconnected_at is null
    and purged_at is null
  on conflict (district_id) where state = 'RUNNING' do nothing
  returning district_id, run_id, epoch, claims
)
update sync.connection target set
  epoch = begun.epoch
from begun
where target.district_id = begun.district_id
returning
  target.district_id,
  begun.run_id,
  begun.epoch,
  begun.claims,
  null::bigint as approves,
  null::text as approved_by,
  null::text as approved_hash,
  false as published
