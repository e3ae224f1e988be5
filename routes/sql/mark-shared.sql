-- mark-shared.sql: remember that the rows which sharing rules leave out are gone from the stage.
--
-- In   districtId  our key of the district
--      runId       the run
-- Out  number of checkpoints updated, 5
--
-- In the transaction that removes them.
update sync.run_collection set
  shared = true
where district_id = :?districtId
  and run_id = :?runId
