-- mark-published.sql: say that the roster of this run is out; the last statement of the transaction.
--
-- In   districtId  our key of the district
--      runId       the run
-- Out  number of rows updated, 1
--
-- People of a district that had left and was accepted anew may sign in by it. Where the run knows its place among Clever's events,
-- the district moves there: a run that follows events always, a full one when it proved complete what it read; else
-- it says why the events wait on.
with moved as (
  update sync.connection district set
    accepted_at = null,
    events_cursor = case when moves.yes then run.events_cursor else district.events_cursor end,
    events_overlap = case when moves.yes then run.events_overlap else district.events_overlap end,
    events_cursor_at = case when moves.yes then run.events_cursor_at else district.events_cursor_at end,
    events_read_at = case when moves.yes then run.events_read_at else district.events_read_at end,
    events_gap = case when moves.yes then null else district.events_gap end,
    events_trouble = case
      when moves.yes then null
      when moves.waits then
        'Run ' || run.run_id || ' was published, but not everything in it was proven complete: events wait for the next full run.'
      else district.events_trouble
    end
  from sync.run run
  join sync.connection followed
    on followed.district_id = run.district_id
  cross join lateral (
    select run.events_read_at is not null and followed.events and (
      run.trigger = 'events'
      or 14 = (
        select count(*)
        from sync.proven
        where district_id = :?districtId and run_id = :?runId
      )
    ) as yes
  ) moves_there
  cross join lateral (
    select
      moves_there.yes,
      not moves_there.yes
        and run.events_read_at is not null
        and followed.events
        and (followed.events_gap is not null or followed.events_read_at is null) as waits
  ) moves
  where district.district_id = :?districtId
    and run.district_id = district.district_id
    and run.run_id = :?runId
    and (moves.yes or moves.waits or district.accepted_at is not null)
)
update sync.run set
  published_at = now()
where district_id = :?districtId
  and run_id = :?runId
