-- check-authorised.sql: has the district let this application read its roster?
--
-- In   district  Clever's id of a district, or null for all that are not scheduled, or are and should not be
-- Out  number of rows written; none when nothing has changed
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
  'authorised',
  1,
  found.problem is null,
  coalesce(found.acts, 'us'),
  coalesce(
    found.problem,
    'Authorised'
      || coalesce(' on ' || to_char(connection.authorised_at at time zone 'UTC', 'YYYY-MM-DD'), '')
      || ', scopes ' || coalesce(array_to_string(connection.scopes, ', '), 'unknown') || '.'
  ),
  found.advice,
  coalesce(poll.at, connection.listed_at)
from sync.connection connection
left join sync.probe probe on probe.district_id = connection.district_id
cross join lateral (
  select
    connection.gone_at is not null as gone,
    connection.listed_at is null as never_listed,
    connection.rostering is not true as basic_only,
    probe.is_ours is false as of_others
) is_so
cross join lateral (
  select
    case
      when is_so.gone then
        'It left Clever''s list; noticed at ' || to_char(connection.gone_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC.'
      when is_so.never_listed then 'Clever''s list of districts has not had it.'
      when is_so.basic_only then
        'Secure Sync is missing: its token is for single sign-on only (scopes '
          || coalesce(array_to_string(connection.scopes, ', '), 'none') || ').'
      when is_so.of_others then 'Its token was made for another application: nothing of it is ever synchronised.'
    end as problem,
    case
      when is_so.gone or is_so.never_listed or is_so.basic_only then 'the district'
      when is_so.of_others then 'Clever'
    end as acts,
    case
      when is_so.gone or is_so.never_listed then 'It accepts the connection with this application in Clever.'
      when is_so.basic_only then 'It shares rosters with this application in Clever (Secure Sync).'
      when is_so.of_others then 'Ask Clever why its list has a token of another application; check CLEVER_CLIENT_ID.'
    end as advice
) found
left join lateral (
  select max(applied.at) as at
  from sync.poll applied
  where applied.outcome = 'applied'
) poll on connection.listed_at is not null and connection.gone_at is null and connection.missed_polls = 0
where (
    :?district::text is null
    and (
      connection.onboarding <> 'scheduled'
      or connection.rostering is false
      or probe.is_ours is false
      or exists (
        select
        from sync.checklist known
        where known.district_id = connection.district_id and known.item = 'authorised' and not known.done
      )
    )
  )
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
