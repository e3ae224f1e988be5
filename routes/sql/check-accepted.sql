-- check-accepted.sql: did we agree to take the district on?
--
-- In   district  Clever's id of a district, or null for all that are not scheduled
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
  'accepted',
  2,
  is_so.accepted,
  'us',
  case
    when connection.purged_at is not null then
      'Purged at ' || to_char(connection.purged_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI')
        || ' UTC: it waits for a person to accept it anew.'
    when connection.onboarding = 'declined' then
      'Declined by ' || coalesce(connection.taken_on_by, 'somebody')
        || coalesce(' on ' || to_char(connection.taken_on_at at time zone 'UTC', 'YYYY-MM-DD'), '')
        || coalesce(': ' || connection.declined_because, '.')
    when is_so.accepted then
      'Accepted by ' || coalesce(connection.taken_on_by, 'somebody')
        || coalesce(' on ' || to_char(connection.taken_on_at at time zone 'UTC', 'YYYY-MM-DD'), '') || '.'
    else 'Nobody has accepted it yet.'
  end,
  case
    when is_so.accepted then null
    when connection.onboarding = 'declined' then 'If it shall come after all: accept ' || connection.clever_id
    when connection.purged_at is not null then 'Type: accept ' || connection.clever_id
    else 'Type: accept ' || connection.clever_id || ', or: decline ' || connection.clever_id
  end,
  connection.taken_on_at
from sync.connection connection
cross join lateral (
  select
    connection.taken_on_at is not null
      and connection.onboarding <> 'declined'
      and connection.purged_at is null as accepted
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
