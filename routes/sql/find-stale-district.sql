-- find-stale-district.sql: hold a district whose run has not been heard of.
--
-- In   district    Clever's id of the district
--      staleAfter  seconds without a heartbeat after which a run counts as dead
-- Out  one row: district_id; none when no run is active, or the one that is lives
--
-- Waits for a transaction of that run which still holds the fence. Look again then (abandon-stale-run.sql, claim-run.sql): a
-- node that was only slow has its run, and another may have claimed it.
select connection.district_id
from sync.connection connection
where connection.clever_id = :?district
  and exists (
    select
    from sync.run run
    where run.district_id = connection.district_id
      and run.state = 'RUNNING'
      and run.heartbeat_at < now() - make_interval(secs => :?staleAfter)
  )
for update
