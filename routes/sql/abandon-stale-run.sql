-- abandon-stale-run.sql: end a run whose node has not been heard of.
--
-- In   district    Clever's id of the district
--      staleAfter  seconds without a heartbeat after which a run counts as dead
-- Out  number of runs abandoned, 0 or 1
--
-- Waits for a transaction that still holds the fence, and looks again: a node that was only slow has its run. One that
-- slept finds its fence gone and writes nothing more.
with stale as (
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
)
update sync.run target set
  state = 'ABANDONED',
  reason = 'the node that ran it has stopped',
  finished_at = now()
from stale
where target.district_id = stale.district_id
  and target.state = 'RUNNING'
  and target.heartbeat_at < now() - make_interval(secs => :?staleAfter)
