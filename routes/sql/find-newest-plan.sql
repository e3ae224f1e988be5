-- find-newest-plan.sql: find the newest plan of a district on publish hold.
--
-- In   districtId  our key of the district
-- Out  one row: run_id, plan_hash, planned_since_hold, report; none when no run has ended with a plan
--
-- planned_since_hold is false when the run began before the hold: nobody has seen yet what would be re-applied.
select
  run.run_id,
  run.plan_hash,
  run.started_at > connection.publish_hold_since as planned_since_hold,
  run.report::text as report
from sync.run run
join sync.connection connection on connection.district_id = run.district_id
where run.district_id = :?districtId
  and run.finished_at is not null
  and run.undoes is null
  and run.plan_hash is not null
order by run.run_id desc
limit 1
