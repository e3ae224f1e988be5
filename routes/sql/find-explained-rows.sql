-- find-explained-rows.sql: find every row that an id names or has named.
--
-- In   cleverId  a Clever id, or null
--      id        our id, or null; each table counts its own, so that it may name several rows
--      district  Clever's id of the district, or null for all
--      entity    person, section, school, course or term, or null for all
-- Out  rows: district_id, district, entity, id; id is null where the roster has no row, only a reason
--
-- A row whose Clever id changed is found by the old one too.
select distinct
  connection.district_id,
  connection.clever_id as district,
  found.entity,
  found.id
from sync.connection connection
cross join lateral (
  select 'person' as entity, id from galileo.person
  where district_id = connection.district_id and clever_id = :?cleverId::text
  union all
  select 'section', id from galileo.section where district_id = connection.district_id and clever_id = :?cleverId::text
  union all
  select 'school', id from galileo.school where district_id = connection.district_id and clever_id = :?cleverId::text
  union all
  select 'course', id from galileo.course where district_id = connection.district_id and clever_id = :?cleverId::text
  union all
  select 'term', id from galileo.term where district_id = connection.district_id and clever_id = :?cleverId::text
  union all
  select 'person', id from galileo.person where district_id = connection.district_id and id = :?id::bigint
  union all
  select 'section', id from galileo.section where district_id = connection.district_id and id = :?id::bigint
  union all
  select 'school', id from galileo.school where district_id = connection.district_id and id = :?id::bigint
  union all
  select 'course', id from galileo.course where district_id = connection.district_id and id = :?id::bigint
  union all
  select 'term', id from galileo.term where district_id = connection.district_id and id = :?id::bigint
  union all
  select entity, id from sync.journal
  where district_id = connection.district_id
    and action = 're-key'
    and before ->> 'clever_id' = :?cleverId::text
  union all
  select case collection when 'users' then 'person' else left(collection, -1) end, null
  from sync.filtered_id
  where district_id = connection.district_id
    and collection = any('{users,sections,schools,courses,terms}'::text[])
    and clever_id = :?cleverId::text
  union all
  select case collection when 'users' then 'person' else left(collection, -1) end, null
  from sync.quarantine
  where district_id = connection.district_id
    and clever_id = :?cleverId::text
) found
where (:?district::text is null or connection.clever_id = :?district::text)
  and (:?entity::text is null or found.entity = :?entity::text)
order by connection.district_id, found.entity, found.id
