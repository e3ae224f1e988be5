-- report-named.sql: count the schools, terms and courses that are not listed any more, but named by others.
--
-- In   districtId  our key of the district
-- Out  one row an entity: entity, rows
select
  entity,
  count(*) as rows
from stage.reference
where district_id = :?districtId
  and entity in ('school', 'term', 'course')
  and how = 'named'
group by entity
order by entity
