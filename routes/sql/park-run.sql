-- park-run.sql: let go of a run until Clever lets us go on.
--
-- In   districtId   our key of the district
--      runId        the run
--      epoch        the epoch of this node's claim
--      parkedUntil  the moment before which nobody goes on with it
--      staleAfter   seconds without a heartbeat after which a run counts as dead
-- Out  number of rows updated, 0 when the run is another node's already
--
-- Its heartbeat is set so that it counts as silent from that moment on: whoever looks for silent runs needs to know nothing of
-- parking. It does not count against the number of nodes that may die of one run.
update sync.run set
  parked_until = :?parkedUntil,
  heartbeat_at = :?parkedUntil::timestamptz - make_interval(secs => :?staleAfter),
  releases = releases + 1
where district_id = :?districtId
  and run_id = :?runId
  and epoch = :?epoch
  and state = 'RUNNING'
  and (parked_until is null or parked_until < :?parkedUntil::timestamptz)
