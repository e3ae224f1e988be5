-- withdraw-unproven.sql: take deactivations out of the plan whose proof has been lost since.
--
-- In   districtId  our key of the district
--      runId       the run
-- Out  number of planned deactivations withdrawn
--
-- Runs after the second reading of a district that has no last_sync.
delete from stage.change
where district_id = :?districtId
  and action = 'deactivate'
  and entity not in (
    select entity from sync.proven where district_id = :?districtId and run_id = :?runId
  )
