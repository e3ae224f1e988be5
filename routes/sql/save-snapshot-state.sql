-- save-snapshot-state.sql: remember when Clever last synced the district, and whether that held still while we read.
--
-- In   districtId  our key of the district
--      runId       the run
--      epoch       the epoch it began with
--      lastSync    Clever's last_sync, or null
--      steady      false when it changed under every walk
-- Out  number of rows updated
update sync.run set
  last_sync = :?lastSync::timestamptz,
  steady = :?steady
where district_id = :?districtId
  and run_id = :?runId
  and epoch = :?epoch
  and state = 'RUNNING'
