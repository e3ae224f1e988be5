-- check-dry-run.sql: has a person read what the first sync will bring?
--
-- In   district  Clever's id of a district, or null for all that are not scheduled
--      autoAccept  whether the service takes districts on by itself
-- Out  number of rows written; none when nothing has changed
--
-- A district that has published counts as read.
insert into sync.checklist as target (
  district_id,
  item,
  position,
  done,
  acts,
  evidence,
  advice,
  looked_at
)
select
  connection.district_id,
  'dry-run',
  6,
  is_so.fine,
  'us',
  case
    when connection.read_at is not null then
      'Dry run ' || connection.read_run || ' was read by ' || coalesce(connection.read_by, 'somebody')
        || ' on ' || to_char(connection.read_at at time zone 'UTC', 'YYYY-MM-DD') || '.'
    when published.run_id is not null then 'Its roster is published, by run ' || published.run_id || '.'
    when is_so.fine then 'Not asked for: SYNC_AUTO_ACCEPT is on.'
    when newest.run_id is not null then
      'Nobody has confirmed to have read dry run ' || newest.run_id
        || ' of ' || to_char(newest.finished_at at time zone 'UTC', 'YYYY-MM-DD') || ', plan ' || newest.plan_hash || '.'
    else 'There is no dry run yet.'
  end,
  case
    when is_so.fine then null
    when newest.run_id is not null then
      'Read it, then type: accept ' || connection.clever_id || ' --plan ' || newest.plan_hash
    else 'Type: sync ' || connection.clever_id || ' --dry-run'
  end,
  coalesce(connection.read_at, newest.finished_at)
from sync.connection connection
left join lateral (
  select max(run.run_id) as run_id
  from sync.run run
  where run.district_id = connection.district_id and run.trigger = 'purge'
) purge on true
left join lateral (
  select run.run_id
  from sync.run run
  where run.district_id = connection.district_id
    and run.published_at is not null
    and run.trigger not in ('rollback', 'purge')
    and run.run_id > coalesce(purge.run_id, 0)
  order by run.run_id desc
  limit 1
) published on true
left join lateral (
  select
    run.run_id,
    run.plan_hash,
    run.finished_at
  from sync.run run
  where run.district_id = connection.district_id
    and run.dry_run
    and run.plan_hash is not null
    and run.state in ('DONE', 'INCOMPLETE', 'HELD')
    and run.run_id > coalesce(purge.run_id, 0)
  order by run.run_id desc
  limit 1
) newest on true
cross join lateral (
  select connection.read_at is not null or published.run_id is not null or :?autoAccept::boolean as fine
) is_so
where (:?district::text is null and connection.onboarding <> 'scheduled')
  or connection.clever_id = :?district::text
order by connection.district_id
on conflict (district_id, item) do update set
  position = excluded.position,
  done = excluded.done,
  acts = excluded.acts,
  evidence = excluded.evidence,
  advice = excluded.advice,
  looked_at = excluded.looked_at
where (target.position, target.done, target.acts, target.evidence, target.advice, target.looked_at)
  is distinct from
    (excluded.position, excluded.done, excluded.acts, excluded.evidence, excluded.advice, excluded.looked_at)
