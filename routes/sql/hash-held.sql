-- hash-held.sql: give the set of held rows a name, the same for the same set.
--
-- In   districtId  our key of the district
-- Out  one row: hash (null when nothing is held), rows
select
  left(encode(sha256(convert_to(string_agg(
    concat_ws(' ', entity, id::text, action, content::text), ',' order by entity, id), 'UTF8')), 'hex'), 16) as hash,
  count(*) as rows
from stage.withheld
where district_id = :?districtId
  and verdict = 'held'
