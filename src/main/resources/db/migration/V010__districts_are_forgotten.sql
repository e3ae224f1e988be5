-- What happened to a row is told from indexes; districts that have left are forgotten, and old values of the journal too.
alter table sync.connection
  add column disconnected_at timestamptz,
  add column disconnected_by text,
  add column purged_at timestamptz;
comment on column sync.connection.disconnected_at is 'When the district was disconnected: nothing is synchronised any more, the roster is kept, its retention time runs.';
comment on column sync.connection.disconnected_by is 'Who disconnected it.';
comment on column sync.connection.purged_at is 'Tombstone: when the synced rows were deleted. No run may bring them back until a person accepts the district anew.';

alter table sync.journal
  add column columns text[];
comment on column sync.journal.columns is 'Names of the changed columns once before and after are dropped: by their age, or because the district was purged.';
comment on column sync.journal.before is 'Changed columns as they were; null when dropped (then columns has their names) and for what is created.';
comment on column sync.journal.after is 'Changed columns as they became; null when dropped and for what is created.';
comment on column sync.journal.action is 'create, update, reactivate, deactivate, adopt, re-key or purge.';
comment on column sync.run.trigger is 'Who started it: schedule, command, rollback or purge.';

-- Holds only entries that still have values: their oldest are found without a look at the others.
create index journal_values_idx on sync.journal (at) where before is not null or after is not null;
create index journal_rekey_idx on sync.journal (district_id, (before ->> 'clever_id')) where action = 're-key';
create index quarantine_clever_id_idx on sync.quarantine (district_id, clever_id);
create index alert_row_idx on sync.alert (district_id, id);
-- Open intervals have their unique index; both together answer who was in a class on a day.
create index enrollment_closed_idx on galileo.enrollment (district_id, section_id) where active_until is not null;
create index teaching_closed_idx on galileo.teaching (district_id, section_id) where active_until is not null;

-- Every branch finds its rows by an index over of_id.
create view sync.story_part as
select 'school' as of_entity, id as of_id, district_id, 'school' as entity, id, origin, first_synced_at as began_at,
  null::timestamptz as ended_at, created_run, null as other, null::bigint as other_id
from galileo.school
union all
select 'term', id, district_id, 'term', id, origin, first_synced_at, null, created_run, null, null from galileo.term
union all
select 'course', id, district_id, 'course', id, origin, first_synced_at, null, created_run, null, null from galileo.course
union all
select 'section', id, district_id, 'section', id, origin, first_synced_at, null, created_run, null, null from galileo.section
union all
select 'person', id, district_id, 'person', id, origin, first_synced_at, null, created_run, null, null from galileo.person
union all
select 'person', id, district_id, 'student', id, origin, first_synced_at, null, created_run, null, null from galileo.student
union all
select 'person', id, district_id, 'teacher', id, origin, first_synced_at, null, created_run, null, null from galileo.teacher
union all
select 'person', id, district_id, 'staff', id, origin, first_synced_at, null, created_run, null, null from galileo.staff
union all
select 'person', id, district_id, 'district_admin', id, origin, first_synced_at, null, created_run, null, null
from galileo.district_admin
union all
select 'person', id, district_id, 'contact', id, origin, first_synced_at, null, created_run, null, null from galileo.contact
union all
select 'person', person_id, district_id, 'person_school', id, origin, first_synced_at, null, created_run, 'school', school_id
from galileo.person_school
union all
select 'person', contact_id, district_id, 'contact_student', id, origin, first_synced_at, null, created_run, 'student', student_id
from galileo.contact_student
union all
select 'person', student_id, district_id, 'contact_student', id, origin, first_synced_at, null, created_run, 'contact', contact_id
from galileo.contact_student
union all
select 'person', student_id, district_id, 'enrollment', id, origin, active_from, active_until, created_run, 'section', section_id
from galileo.enrollment
union all
select 'person', teacher_id, district_id, 'teaching', id, origin, active_from, active_until, created_run, 'section', section_id
from galileo.teaching
union all
select 'section', section_id, district_id, 'enrollment', id, origin, active_from, active_until, created_run, 'student', student_id
from galileo.enrollment where active_until is null
union all
select 'section', section_id, district_id, 'enrollment', id, origin, active_from, active_until, created_run, 'student', student_id
from galileo.enrollment where active_until is not null
union all
select 'section', section_id, district_id, 'teaching', id, origin, active_from, active_until, created_run, 'teacher', teacher_id
from galileo.teaching where active_until is null
union all
select 'section', section_id, district_id, 'teaching', id, origin, active_from, active_until, created_run, 'teacher', teacher_id
from galileo.teaching where active_until is not null;
comment on view sync.story_part is 'What belongs to the story of a person, section, school, course or term (of_entity, of_id): the row, its roles, and what hangs on it.';
