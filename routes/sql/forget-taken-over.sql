-- forget-taken-over.sql: drop the rows of a held plan whose place an events run's plan has taken.
--
-- In   districtId  our key of the district
--      runId       the run
-- Out  number of rows
--
-- The new plan has them all (hold-with-waiting.sql). Kept, they would be written again for every quarter of an hour that holds more.
delete from sync.held_row target
using sync.held_plan plan, sync.run run
where plan.district_id = :?districtId
  and plan.state = 'superseded'
  and plan.decided_run = :?runId
  and run.district_id = :?districtId
  and run.run_id = :?runId
  and run.trigger = 'events'
  and target.district_id = plan.district_id
  and target.run_id = plan.run_id
