-- hold-undone.sql: hold the rows that a rollback is about, for the rest of its transaction.
--
-- In   districtId  our key of the district
-- Out  one row an entity: entity, rows
--
-- Before refuse-edited.sql, which then sees what whoever edited before has committed; whoever comes later waits.
select
  entity,
  sync.hold_undone(entity, :?districtId) as rows
from unnest(array[
  'school', 'term', 'course', 'person', 'student', 'teacher', 'staff', 'district_admin', 'contact', 'person_school',
  'section', 'contact_student', 'enrollment', 'teaching'
]) entity
