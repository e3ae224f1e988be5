-- abandon-stale-run.sql: end a run whose node has not been heard of, and take its fence.
--
-- In   district    Clever's id of the district
--      staleAfter  seconds without a heartbeat after which a run counts as dead
-- Out  number of runs abandoned, 0 or 1
--
-- After find-stale-district.sql, in its transaction. A node that only slept finds its fence gone and writes nothing more.
with abandoned as (
  update sync.run target set
    state = 'ABANDONED',
    reason = 'the node that ran it has stopped',
    finished_at = now()
  from sync.connection connection
  where connection.clever_id = :?district
    and target.district_id = connection.district_id
    and target.state = 'RUNNING'
    and target.heartbeat_at < now() - make_interval(secs => :?staleAfter)
  returning target.district_id
)
update sync.connection target set
  epoch = 0
from abandoned
where target.district_id = abandoned.district_id
