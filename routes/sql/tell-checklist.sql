-- tell-checklist.sql: the checklist of a district, as it was last written.
--
-- In   district  Clever's id of the district
-- Out  one row an item: item, done, acts (null when done), evidence, advice, looked_at
select
  checklist.item,
  checklist.done,
  case when not checklist.done then checklist.acts end as acts,
  checklist.evidence,
  checklist.advice,
  checklist.looked_at
from sync.checklist checklist
join sync.connection connection on connection.district_id = checklist.district_id
where connection.clever_id = :?district
order by checklist.position, checklist.item
