-- refresh-listed.sql: keep what Clever's list now says of the districts that are here, and take back those that were gone.
--
-- In   list  Clever's list as JSON: district, scopes, rostering, created
-- Out  one row a district that changed: district, was_gone
--
-- Running it twice changes nothing. Who was disconnected by a person (gone_at is null) stays so; a purged district stays purged
-- until a person accepts it. As after every return, nobody signs in by the roster from before it left (accepted_at). One whose row
-- a publication holds just now is left to the next poll: all others would be held with it.
with listed as (
  select distinct on (lower(item.district))
    lower(item.district) as clever_id,
    item.scopes,
    item.rostering,
    item.created
  from jsonb_to_recordset(:?list::jsonb) as item (district text, scopes text[], rostering boolean, created timestamptz)
  order by lower(item.district), item.created desc nulls last
),
changed as (
  select
    connection.district_id,
    connection.gone_at is not null as was_gone,
    connection.gone_at is not null and connection.purged_at is null as returns,
    listed.scopes,
    listed.rostering,
    coalesce(listed.created, connection.authorised_at) as authorised_at
  from sync.connection connection
  join listed on listed.clever_id = connection.clever_id
  where connection.gone_at is not null
    or connection.listed_at is null
    or (connection.scopes, connection.rostering, connection.authorised_at, connection.missed_polls)
      is distinct from
        (listed.scopes, listed.rostering, coalesce(listed.created, connection.authorised_at), 0::smallint)
  order by connection.district_id
  for update of connection skip locked
)
update sync.connection target set
  scopes = changed.scopes,
  rostering = changed.rostering,
  authorised_at = changed.authorised_at,
  listed_at = case when changed.was_gone or target.listed_at is null then now() else target.listed_at end,
  missed_polls = 0,
  gone_at = null,
  accepted_at = case when changed.returns then now() else target.accepted_at end,
  disconnected_at = case when changed.returns then null else target.disconnected_at end,
  disconnected_by = case when changed.returns then null else target.disconnected_by end
from changed
where target.district_id = changed.district_id
returning
  target.clever_id as district,
  changed.was_gone
