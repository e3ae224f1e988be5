-- mark-proved.sql: remember that the stage was complete, and that its repeats are dropped.
--
-- In   districtId  our key of the district
--      runId       the run
-- Out  number of checkpoints updated, 5
--
-- In the transaction that drops them.
update sync.run_collection set
  proved = true
where district_id = :?districtId
  and run_id = :?runId
