-- find-stale-district.sql: hold a district whose run has not been heard of.
--
-- In   district    Clever's id of the district
--      staleAfter  seconds without a heartbeat after which a run counts as dead
-- Out  one row: district_id; none when no run is active, the one that is lives, or somebody holds the district
--
-- Waits for nobody: a frozen node that still holds the fence would keep this one from every other district. The next look
-- sees to it. Look again afterwards (abandon-stale-run.sql, claim-run.sql): another may have claimed the run meanwhile.
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
for update of connection skip locked
