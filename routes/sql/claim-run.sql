-- claim-run.sql: take a run over from a node that has not been heard of.
--
-- In   district    Clever's id of the district
--      staleAfter  seconds without a heartbeat after which a run counts as dead
--      goesOn      false for a start that must not go on with another's run
-- Out  one row: district_id, run_id, epoch, claims, started_at, trigger, published, steady, report,
--      approves, approved_by, approved_hash, waited_seconds, not_fresh;
--      none when no run is active, or another node has claimed it
--
-- After find-stale-district.sql, in its transaction, whose lock lets one node at a time look. From here on the old node's
-- epoch is void.
with claimed as (
  update sync.run target set
    epoch = nextval('sync.epoch_seq'),
    claims = target.claims + 1,
    heartbeat_at = now(),
    parked_until = null
  from sync.connection connection
  where connection.clever_id = :?district
    and target.district_id = connection.district_id
    and target.state = 'RUNNING'
    and target.heartbeat_at < now() - make_interval(secs => :?staleAfter)
    and :?goesOn
  returning
    target.district_id,
    target.run_id,
    target.epoch,
    target.claims,
    target.started_at,
    target.trigger,
    target.published_at,
    target.steady,
    target.report,
    target.approves,
    target.approved_by,
    target.waited_seconds,
    target.not_fresh
)
update sync.connection target set
  epoch = claimed.epoch
from claimed
where target.district_id = claimed.district_id
returning
  target.district_id,
  claimed.run_id,
  claimed.epoch,
  claimed.claims,
  claimed.started_at,
  claimed.trigger,
  claimed.published_at is not null as published,
  claimed.steady,
  claimed.report::text as report,
  claimed.approves,
  claimed.approved_by,
  claimed.waited_seconds,
  claimed.not_fresh,
  (
    select plan.hash
    from sync.held_plan plan
    where plan.district_id = claimed.district_id and plan.run_id = claimed.approves
  ) as approved_hash
