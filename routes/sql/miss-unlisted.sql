-- miss-unlisted.sql: count one more poll in which the list did not have a district that is with us.
--
-- In   list   Clever's list as JSON: district
--      polls  so many in a row make a candidate
-- Out  one row a candidate: district
--
-- Only a count: nothing happens to a candidate before Clever was asked for it alone (mark-gone.sql). One whose
-- row a publication holds just now is not missed in this poll.
with unlisted as (
  select connection.district_id
  from sync.connection connection
  where connection.disconnected_at is null
    and connection.purged_at is null
    and (
      connection.listed_at is not null
      or exists (select from galileo.district published where published.district_id = connection.district_id)
    )
    and not exists (
      select
      from jsonb_array_elements(:?list::jsonb) as item
      where lower(item ->> 'district') = connection.clever_id
    )
  order by connection.district_id
  for update of connection skip locked
),
missed as (
  update sync.connection target set
    missed_polls = least(target.missed_polls + 1, 30000)
  from unlisted
  where target.district_id = unlisted.district_id
  returning target.clever_id, target.missed_polls
)
select clever_id as district
from missed
where missed_polls >= :?polls::int
order by clever_id
