-- abandon-stale-run.sql: end a run whose node has not been heard of and which cannot go on, and take its fence.
--
-- In   district    Clever's id of the district
--      staleAfter  seconds without a heartbeat after which a run counts as dead
--      maxClaims   how many nodes may die of one run
-- Out  number of runs abandoned, 0 or 1
--
-- After find-stale-district.sql, in its transaction. A dry run has nobody left to report to; the events of a run that followed them
-- are read again by the next look, and if it has published them it is ended here, so that nobody takes it for a full run. Any other
-- published run needs only its end, at whatever age and however many died of it. A run may have begun while its district was
-- leaving or declined.
with abandoned as (
  update sync.run target set
    state = case when target.published_at is null then 'ABANDONED' else coalesce(target.report ->> 'outcome', 'DONE') end,
    reason = case
      when target.published_at is not null then target.report ->> 'reason'
      when connection.purged_at is not null or connection.disconnected_at is not null then 'The district has left.'
      when connection.onboarding = 'declined' then 'The district was declined.'
      when target.dry_run then 'The node of this dry run has stopped, and nobody is left to report to.'
      when target.trigger = 'events' then 'The node of this run has stopped; its events are read again.'
      when target.claims - target.releases >= :?maxClaims
        then 'Every node that ran it has died, the last of ' || target.claims - target.releases + 1 || '.'
      else 'It was begun more than 24 hours ago and did not come to its end.'
    end,
    finished_at = now()
  from sync.connection connection
  where connection.clever_id = :?district
    and target.district_id = connection.district_id
    and target.state = 'RUNNING'
    and target.heartbeat_at < now() - make_interval(secs => :?staleAfter)
    and (target.published_at is null or target.trigger = 'events')
    and (
      target.dry_run
      or target.trigger = 'events'
      or connection.purged_at is not null
      or connection.disconnected_at is not null
      or connection.onboarding = 'declined'
      or target.claims - target.releases >= :?maxClaims
      or target.started_at < now() - interval '24 hours'
    )
  returning target.district_id
)
update sync.connection target set
  epoch = 0
from abandoned
where target.district_id = abandoned.district_id
