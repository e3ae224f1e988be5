-- judge-list.sql: compare Clever's list with the districts that are with us, before anything is changed.
--
-- In   list   Clever's list as JSON: district, scopes, rostering, created
--      most   so many may be missing at once ...
--      share  ... or such a share of those with us
-- Out  one row: listed, here, missing, is_empty, too_many
--
-- A district that a person typed and that Clever never listed is not with us: it can neither be missed nor come back.
with listed as (
  select distinct lower(item ->> 'district') as clever_id
  from jsonb_array_elements(:?list::jsonb) as item
),
here as (
  select connection.clever_id
  from sync.connection connection
  where connection.disconnected_at is null
    and connection.purged_at is null
    and (
      connection.listed_at is not null
      or exists (select from galileo.district published where published.district_id = connection.district_id)
    )
)
select
  (select count(*) from listed) as listed,
  count(*) as here,
  count(*) filter (where listed.clever_id is null) as missing,
  not exists (select from listed) as is_empty,
  count(*) filter (where listed.clever_id is null)
    > greatest(:?most::double precision, :?share::double precision * count(*)) as too_many
from here
left join listed on listed.clever_id = here.clever_id
