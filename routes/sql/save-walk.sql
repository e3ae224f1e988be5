-- save-walk.sql: remember under which conditions a walk begins.
--
-- In   districtId  our key of the district
--      runId       the run
--      lastSync    Clever's last_sync, or null
--      apiVersion  version of Clever's API
--      files       hash of routes, SQL and rules
-- Out  number of rows updated, 1
--
-- In the transaction that empties the stage.
update sync.run set
  walk_at = now(),
  walk_last_sync = :?lastSync,
  walk_api_version = :?apiVersion,
  walk_files = :?files
where district_id = :?districtId
  and run_id = :?runId
