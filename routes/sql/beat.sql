-- beat.sql: say that a run is alive.
--
-- In   districtId  our key of the district
--      runId       the run
--      epoch       the epoch it began with
-- Out  number of rows updated, 0 when the run has lost its fence, or is parked
update sync.run set
  heartbeat_at = now()
where district_id = :?districtId
  and run_id = :?runId
  and epoch = :?epoch
  and state = 'RUNNING'
  and parked_until is null
