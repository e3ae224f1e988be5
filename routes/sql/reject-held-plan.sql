-- reject-held-plan.sql: remember that a held plan must not be applied.
--
-- In   districtId  our key of the district
--      heldRun     the run that held it
-- Out  one row: run_id, hash, rows, decided_at; none when it has been decided meanwhile
update sync.held_plan set
  state = 'rejected',
  decided_at = now()
where district_id = :?districtId
  and run_id = :?heldRun
  and state = 'open'
returning run_id, hash, rows, decided_at
