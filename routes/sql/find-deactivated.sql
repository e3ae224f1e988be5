-- find-deactivated.sql: list the people who were switched off since a moment and are not back.
--
-- In   since     the moment
--      district  Clever's id of the district, or null for all
--      most      how many are enough; more only where the last ones left at the same moment
-- Out  rows, in the order of departure: district (Clever's id), id, clever_id, changed_at
--
-- By changed_at: a rollback that switches somebody off again puts the first deactivated_at back.
select
  connection.clever_id as district,
  person.id,
  person.clever_id,
  person.changed_at
from galileo.person person
join sync.connection connection
  on connection.district_id = person.district_id
where not person.active
  and person.changed_at >= :?since::timestamptz
  and person.origin = 'clever'
  and (:?district::text is null or connection.clever_id = :?district::text)
order by person.changed_at
fetch first (:?most::int) rows with ties
