-- hash-held.sql: give the set of held rows a name, the same for the same set.
--
-- In   districtId  our key of the district
-- Out  one row: hash (null when nothing is held), rows
with named as (
  select concat_ws(' ', entity, id::text, action, content::text) as name
  from stage.withheld
  where district_id = :?districtId and verdict = 'held'
)
select
  case when count(*) > 0 then left(encode(sha256(convert_to(
    count(*) || ' ' || sum(hashtextextended(name, 0)) || ' ' || sum(hashtextextended(name, 1)),
    'UTF8')), 'hex'), 16) end as hash,
  count(*) as rows
from named
