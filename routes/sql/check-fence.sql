-- check-fence.sql: hold the fence of a run for the rest of this transaction.
--
-- In   districtId  our key of the district
--      runId       the run
--      epoch       the epoch it began with
-- Out  one row: published; none when the run has lost its fence
--
-- Shared: pages of several collections are staged side by side; ending or claiming the run waits for them.
select published_at is not null as published
from sync.run
where district_id = :?districtId
  and run_id = :?runId
  and epoch = :?epoch
  and state = 'RUNNING'
for share
