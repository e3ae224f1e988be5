-- miss-unlisted.sql: count one more poll in which the list did not have a district that is with us.
--
-- In   list   Clever's list as JSON: district
--      polls  so many in a row make a candidate
-- Out  one row a candidate: district
--
-- Only a count: nothing happens to a candidate before Clever was asked for it alone (mark-gone.sql).
with missed as (
  update sync.connection target set
    missed_polls = least(target.missed_polls + 1, 30000)
  where target.disconnected_at is null
    and target.purged_at is null
    and (
      target.listed_at is not null
      or exists (select from galileo.district published where published.district_id = target.district_id)
    )
    and not exists (
      select
      from jsonb_array_elements(:?list::jsonb) as item
      where lower(item ->> 'district') = target.clever_id
    )
  returning target.clever_id, target.missed_polls
)
select clever_id as district
from missed
where missed_polls >= :?polls::int
order by clever_id
