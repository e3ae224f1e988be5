-- release-run.sql: let go of a run, so that another node goes on with it at once.
--
-- In   districtId  our key of the district
--      runId       the run
--      epoch       the epoch of this node's claim
-- Out  number of rows updated, 0 when the run is another node's already
--
-- It does not count against the number of nodes that may die of one run.
update sync.run set
  heartbeat_at = to_timestamp(0),
  releases = releases + 1
where district_id = :?districtId
  and run_id = :?runId
  and epoch = :?epoch
  and state = 'RUNNING'
  and heartbeat_at > to_timestamp(0)
