-- put-back.sql: put back values and states from before the undone run.
--
-- In   districtId  our key of the district
-- Out  one row an entity: entity, rows
select
  entity,
  sync.put_back(entity, :?districtId, false) as rows
from unnest(array[
  'school', 'term', 'course', 'person', 'student', 'teacher', 'staff', 'district_admin', 'contact', 'person_school',
  'section', 'contact_student', 'enrollment', 'teaching'
]) entity
