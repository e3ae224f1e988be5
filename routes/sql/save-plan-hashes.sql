-- save-plan-hashes.sql: remember how the plan of a run, and what the guard held of it, are named.
--
-- In   districtId  our key of the district
--      runId       the run
--      planHash    hash of the plan
--      heldHash    hash of what is held, or null
-- Out  number of rows updated
update sync.run set
  plan_hash = :?planHash,
  held_hash = :?heldHash::text
where district_id = :?districtId
  and run_id = :?runId
