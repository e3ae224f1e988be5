-- count-guarded.sql: count what the guard has to look at.
--
-- In   districtId  our key of the district
-- Out  one row: deactivations, updates (of people and students), schools (that would go)
select
  count(*) filter (where action = 'deactivate') as deactivations,
  count(*) filter (where action in ('update', 're-key') and entity in ('person', 'student')) as updates,
  count(*) filter (where action = 'deactivate' and entity = 'school') as schools
from stage.change
where district_id = :?districtId
