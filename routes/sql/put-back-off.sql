-- put-back-off.sql: switch off again what the undone run created or brought back.
--
-- In   districtId  our key of the district
-- Out  one row an entity: entity, rows
--
-- Before put-back.sql: an interval that ends makes room for the one that opens again.
select
  entity,
  sync.put_back(entity, :?districtId, true) as rows
from unnest(array[
  'teaching', 'enrollment', 'contact_student', 'person_school', 'section', 'contact', 'district_admin', 'staff', 'teacher',
  'student', 'person', 'course', 'term', 'school'
]) entity
