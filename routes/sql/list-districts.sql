-- list-districts.sql: how every district stands.
--
-- In   district  Clever's id of one district, or null for all
-- Out  one row a district: district, name, sis_type, onboarding, standing, open_item, open_acts, open_advice, taken_on_at,
--      taken_on_by, authorised_at, rostering, missed_polls, paused_at, paused_by, disconnected_at, disconnected_by, gone_at,
--      purged_at, last_run, last_outcome, last_reason, last_run_at, published_at, stale_at, next_run
--
-- standing is what counts most: purged, gone, disconnected, declined, paused, sign-on only
-- (scheduled, but its token lets us read no roster any more), else how far it is taken on. last_run: but for
-- those that follow events, which would hide it. published_at: since when nobody has looked at its roster anew. Every column is in the JSON of `districts` and of the API.
select
  connection.clever_id as district,
  coalesce(connection.name, published.name) as name,
  coalesce(connection.sis_type, published.sis_type) as sis_type,
  connection.onboarding,
  case
    when connection.purged_at is not null then 'purged'
    when connection.gone_at is not null then 'gone'
    when connection.disconnected_at is not null then 'disconnected'
    when connection.onboarding = 'declined' then 'declined'
    when connection.paused_at is not null then 'paused'
    when connection.onboarding = 'scheduled' and connection.rostering is false then 'sign-on only'
    else connection.onboarding
  end as standing,
  open.item as open_item,
  open.acts as open_acts,
  open.advice as open_advice,
  connection.taken_on_at,
  connection.taken_on_by,
  connection.authorised_at,
  connection.rostering,
  connection.missed_polls,
  connection.paused_at,
  connection.paused_by,
  connection.disconnected_at,
  connection.disconnected_by,
  connection.gone_at,
  connection.purged_at,
  last.run_id as last_run,
  last.state as last_outcome,
  last.reason as last_reason,
  coalesce(last.finished_at, last.started_at) as last_run_at,
  fresh.published_at,
  connection.stale_at,
  next.next_run_at as next_run
from sync.connection connection
left join galileo.district published on published.district_id = connection.district_id
left join lateral (
  select
    checklist.item,
    checklist.acts,
    checklist.advice
  from sync.checklist checklist
  where checklist.district_id = connection.district_id
    and not checklist.done
    and (connection.onboarding in ('requested', 'accepted', 'ready')
      or (connection.onboarding = 'scheduled' and checklist.item = 'authorised'))
  order by checklist.position
  limit 1
) open on true
left join lateral (
  select
    run.run_id,
    run.state,
    run.reason,
    run.started_at,
    run.finished_at
  from sync.run run
  where run.district_id = connection.district_id and run.trigger <> 'events'
  order by run.run_id desc
  limit 1
) last on true
left join lateral (
  select run.published_at
  from sync.run run
  where run.district_id = connection.district_id
    and run.published_at is not null
    and run.trigger not in ('rollback', 'purge', 'events')
  order by run.run_id desc
  limit 1
) fresh on true
left join sync.next_run next on next.district_id = connection.district_id
where :?district::text is null or connection.clever_id = :?district::text
order by coalesce(connection.name, published.name), connection.clever_id
