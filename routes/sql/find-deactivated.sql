-- find-deactivated.sql: list the people who were switched off since a moment and are not back.
--
-- In   since     the moment
--      district  Clever's id of the district, or null for all
-- Out  rows: district (Clever's id), id, clever_id
select
  connection.clever_id as district,
  person.id,
  person.clever_id
from galileo.person person
join sync.connection connection
  on connection.district_id = person.district_id
where not person.active
  and person.deactivated_at >= :?since::timestamptz
  and person.origin = 'clever'
  and (:?district::text is null or connection.clever_id = :?district::text)
order by person.deactivated_at, person.district_id, person.id
