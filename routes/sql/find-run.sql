-- find-run.sql: read a run back from the database.
--
-- In   districtId  our key of the district
--      runId       the run
--      epoch       the epoch of this node's claim
-- Out  one row: state, published, mine (false when another node has claimed it)
select
  state,
  published_at is not null as published,
  epoch = :?epoch and state <> 'ABANDONED' as mine
from sync.run
where district_id = :?districtId
  and run_id = :?runId
