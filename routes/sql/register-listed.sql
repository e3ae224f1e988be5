-- register-listed.sql: give every district that Clever lists for the first time a row of its own.
--
-- In   list  Clever's list as JSON: district, scopes, rostering, created
-- Out  number of districts inserted
--
-- Waits for no run: who is here already is left to refresh-listed.sql, which touches only what differs.
insert into sync.connection (clever_id, scopes, rostering, authorised_at, listed_at)
select distinct on (lower(item.district))
  lower(item.district),
  item.scopes,
  item.rostering,
  item.created,
  now()
from jsonb_to_recordset(:?list::jsonb) as item (district text, scopes text[], rostering boolean, created timestamptz)
order by lower(item.district), item.created desc nulls last
on conflict (clever_id) do nothing
