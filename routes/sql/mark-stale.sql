-- mark-stale.sql: notice whose published roster has become too old, and whose is fresh again.
--
-- In   days  a roster may be so many days old
-- Out  one row a district that has become stale: district, name, days (its age), reason (of its newest run)
--
-- Only districts that are synchronised by schedule. Events do not count: what they leave to the full run is what becomes old. Running
-- it twice tells of each district once. One whose row a publication holds just now is left to the next poll.
with aged as (
  select
    connection.district_id,
    coalesce(published.at < now() - make_interval(days => :?days::int), false)
      and connection.onboarding = 'scheduled'
      and connection.paused_at is null
      and connection.disconnected_at is null
      and connection.purged_at is null as is_stale,
    extract(day from now() - published.at)::int as days
  from sync.connection connection
  left join lateral (
    select run.published_at as at
    from sync.run run
    where run.district_id = connection.district_id
      and run.published_at is not null
      and run.trigger not in ('rollback', 'purge', 'events')
    order by run.run_id desc
    limit 1
  ) published on true
),
changed as (
  select
    connection.district_id,
    aged.is_stale,
    aged.days
  from aged
  join sync.connection connection using (district_id)
  where aged.is_stale is distinct from (connection.stale_at is not null)
  order by connection.district_id
  for update of connection skip locked
),
marked as (
  update sync.connection target set
    stale_at = case when changed.is_stale then now() end
  from changed
  where target.district_id = changed.district_id
  returning target.district_id, target.clever_id, target.name, changed.is_stale, changed.days
)
select
  marked.clever_id as district,
  marked.name,
  marked.days,
  (
    select run.reason
    from sync.run run
    where run.district_id = marked.district_id and not run.dry_run and run.trigger <> 'events'
    order by run.run_id desc
    limit 1
  ) as reason
from marked
where marked.is_stale
order by marked.clever_id
