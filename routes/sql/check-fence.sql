-- check-fence.sql: hold the fence of a run for the rest of this transaction.
--
-- In   districtId  our key of the district
--      runId       the run
--      epoch       the epoch it began with
-- Out  one row: run_id; none when the run has lost its fence, or the district has left or is declined
--
-- Shared: pages of several collections are staged side by side; claiming the district waits for them. The lock is on the
-- connection and not on the run, so that the run's heartbeat goes on.
select run.run_id
from sync.connection connection
join sync.run run
  on run.district_id = connection.district_id
  and run.run_id = :?runId
  and run.state = 'RUNNING'
where connection.district_id = :?districtId
  and connection.epoch = :?epoch
  and connection.disconnected_at is null
  and connection.purged_at is null
  and connection.onboarding <> 'declined'
for share of connection
