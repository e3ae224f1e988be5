-- check-sync-status.sql: does Clever itself read the district's SIS as it should?
--
-- In   district  Clever's id of a district, or null for all that are not scheduled
--      lastSyncHours  within so many hours Clever must have read it
-- Out  number of rows written; none when nothing has changed
--
-- A state that is absent, and a last sync that Clever does not tell, are no obstacle: districts without them are read, too.
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
  'sync-status',
  4,
  coalesce(probe.is_ours and is_so.running and not is_so.old, false),
  case
    when not probe.is_ours then 'Clever'
    when probe.probed_at is null and probe.error_class = 'AUTH' then 'the district'
    when probe.probed_at is null and probe.error_class <> 'LOCAL' then 'Clever'
    when probe.probed_at is null then 'us'
    when probe.state in ('paused', 'pending') then 'the district'
    when is_so.running and not is_so.old then 'us'
    else 'Clever'
  end,
  case
    when probe.probed_at is null and probe.failed_at is null then 'Clever has not been asked yet.'
    when probe.probed_at is null then probe.problem
    when not probe.is_ours then 'Not asked: its token is for another application.'
    else
      coalesce('Clever says ''' || probe.state || '''', 'Clever tells no state')
        || coalesce(
          '; it last read the SIS at ' || to_char(probe.last_sync at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC.',
          '; it does not tell when it last read the SIS.'
        )
  end,
  case
    when not probe.is_ours then 'Ask Clever why its list has a token of another application; check CLEVER_CLIENT_ID.'
    when probe.probed_at is null and probe.error_class = 'AUTH' then
      'It accepts the connection with this application in Clever again.'
    when probe.probed_at is null then 'The next poll asks Clever; at once: district ' || connection.clever_id || ' --probe'
    when probe.state = 'paused' then 'It ends the pause in Clever, or we wait for its new school year.'
    when probe.state = 'pending' then 'It does what its Clever dashboard asks it to do.'
    when not is_so.running then 'Clever has to mend its sync of the district; ask its support if that takes days.'
    when is_so.old then
      'Clever has not read the SIS for more than ' || :?lastSyncHours::int || ' hours: the district or Clever''s support look why.'
  end,
  coalesce(probe.probed_at, probe.failed_at)
from sync.connection connection
left join sync.probe probe on probe.district_id = connection.district_id
cross join lateral (
  select
    coalesce(probe.state, 'running') in ('running', 'success') as running,
    coalesce(probe.last_sync < now() - make_interval(hours => :?lastSyncHours::int), false) as old
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
