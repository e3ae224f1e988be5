-- Between its full runs a district can be followed by Clever's events: the same stage, plan, guard and publication, for the
-- rows that events tell of alone.
alter table sync.connection
  add column events boolean not null default false,
  add column events_cursor text collate "C",
  add column events_overlap text collate "C",
  add column events_cursor_at timestamptz,
  add column events_read_at timestamptz,
  add column events_gap text,
  add column events_trouble text;
comment on column sync.connection.events is 'Whether the district is followed by Clever''s events between its full runs.';
comment on column sync.connection.events_cursor is 'Id of the last event that the roster holds; null when Clever had none yet.';
comment on column sync.connection.events_overlap is 'Id of the event before it: the next reading begins there, to see whether the cursor''s own event is still kept.';
comment on column sync.connection.events_cursor_at is 'When Clever made the cursor''s event.';
comment on column sync.connection.events_read_at is 'Until when the roster holds what Clever''s events told; null before the first full run since events were switched on.';
comment on column sync.connection.events_gap is 'Why events may be missing: nothing is followed until a full run is published. One sentence.';
comment on column sync.connection.events_trouble is 'Why events could not be read or applied the last time. One sentence.';

alter table sync.run
  add column events_cursor text collate "C",
  add column events_overlap text collate "C",
  add column events_cursor_at timestamptz,
  add column events_read_at timestamptz;
comment on column sync.run.trigger is 'Who started it: schedule, command, approval, events, rollback or purge.';
comment on column sync.run.events_cursor is 'Of a run that moves the district''s place among Clever''s events when it is published: the new cursor.';
comment on column sync.run.events_overlap is 'The event before that cursor.';
comment on column sync.run.events_cursor_at is 'When Clever made that cursor''s event.';
comment on column sync.run.events_read_at is 'Until when its roster holds what events told; null for a run that moves nothing.';

comment on column sync.decision.kind is
  'approve, reject, rollback, hold, release, disconnect, purge, accept, decline, pause, resume, sso, schedule or events.';

create unlogged table stage.deletion (
  district_id integer not null,
  collection text not null,
  clever_id text collate "C" not null,
  clever_last_modified timestamptz
);
comment on table stage.deletion is 'Ids whose last event in this run said that they are deleted, or not shared any more.';
create index deletion_district_idx on stage.deletion (district_id, collection, clever_id);

create unlogged table stage.told (
  district_id integer not null,
  entity text not null,
  id bigint not null
);
comment on table stage.told is 'Of an events run: our ids of what events told of, and so the only rows that it may find gone. student and teacher: people who are none any more. Empty in a full run, which looks at the whole roster.';
create index told_district_idx on stage.told (district_id, entity, id);

comment on table stage.reference is 'Clever id to our id, for all that is present in this snapshot; how: known, new, re-key, adopt, kept (present but not readable), named (not listed, but others name it), staying (its departure is withheld), roster (not told of by these events, but named by what they tell).';

create table sync.active_count (
  district_id integer not null,
  entity text not null,
  school_id bigint not null,
  active bigint not null,
  constraint active_count_pk primary key (district_id, entity, school_id)
);
comment on table sync.active_count is 'How many active, synced rows guards would count: kept for districts that are followed by events, so that a handful of events need not count the district.';
comment on column sync.active_count.school_id is 'The school that the rows count at; 0 for all of the district.';
comment on column sync.active_count.active is 'Counted by every full run, moved by every events run.';

-- A run that follows events has read a part of the district: it proves nothing about what is not there. Else as in V004.

create or replace view sync.proven as
select
  run.district_id,
  run.run_id,
  needed.entity
from sync.run run
cross join (values
  ('school', 'schools'),
  ('term', 'terms'),
  ('course', 'courses'),
  ('person', 'users'),
  ('student', 'users'),
  ('teacher', 'users'),
  ('staff', 'users'),
  ('district_admin', 'users'),
  ('contact', 'users'),
  ('contact_student', 'users'),
  ('person_school', 'users'),
  ('person_school', 'schools'),
  ('section', 'sections'),
  ('enrollment', 'sections'),
  ('enrollment', 'users'),
  ('teaching', 'sections'),
  ('teaching', 'users')
) needed (entity, collection)
left join sync.run_collection walked
  on walked.district_id = run.district_id
  and walked.run_id = run.run_id
  and walked.collection = needed.collection
where run.steady
  and run.trigger <> 'events'
group by run.district_id, run.run_id, needed.entity
having bool_and(coalesce(
  walked.done
  and walked.unreadable = 0
  and walked.seen_again = 0
  and walked.not_ascending = walked.duplicates, false))
  and (
    needed.entity in ('term', 'course')
    or not exists (select from stage.filtered kept_out where kept_out.district_id = run.district_id)
    or (
      select count(*)
      from sync.run_collection whole
      where whole.district_id = run.district_id
        and whole.run_id = run.run_id
        and whole.collection in ('users', 'sections', 'schools')
        and whole.done
        and whole.unreadable = 0
        and whole.seen_again = 0
        and whole.not_ascending = whole.duplicates
        and (whole.collection = 'users' or whole.rejected = 0)
    ) = 3
  );


-- The roster's rows that a run may find gone: all of them (told = false), or those that events told of (told = true).
-- A statement asks for one of the two, and the other costs nothing.

create view stage.told_school as
select
  false as told,
  district_id,
  id,
  origin,
  active
from galileo.school
union all
select
  true,
  roster.district_id,
  roster.id,
  roster.origin,
  roster.active
from (
  select distinct district_id, id
  from stage.told
  where entity = 'school'
) told
join galileo.school roster on roster.district_id = told.district_id and roster.id = told.id;

create view stage.told_term as
select
  false as told,
  district_id,
  id,
  origin,
  active
from galileo.term
union all
select
  true,
  roster.district_id,
  roster.id,
  roster.origin,
  roster.active
from (
  select distinct district_id, id
  from stage.told
  where entity = 'term'
) told
join galileo.term roster on roster.district_id = told.district_id and roster.id = told.id;

create view stage.told_course as
select
  false as told,
  district_id,
  id,
  origin,
  active
from galileo.course
union all
select
  true,
  roster.district_id,
  roster.id,
  roster.origin,
  roster.active
from (
  select distinct district_id, id
  from stage.told
  where entity = 'course'
) told
join galileo.course roster on roster.district_id = told.district_id and roster.id = told.id;

create view stage.told_section as
select
  false as told,
  district_id,
  id,
  origin,
  active,
  school_id
from galileo.section
union all
select
  true,
  roster.district_id,
  roster.id,
  roster.origin,
  roster.active,
  roster.school_id
from (
  select distinct district_id, id
  from stage.told
  where entity = 'section'
) told
join galileo.section roster on roster.district_id = told.district_id and roster.id = told.id;

create view stage.told_person as
select
  false as told,
  district_id,
  id,
  origin,
  active
from galileo.person
union all
select
  true,
  roster.district_id,
  roster.id,
  roster.origin,
  roster.active
from (
  select distinct district_id, id
  from stage.told
  where entity = 'person'
) told
join galileo.person roster on roster.district_id = told.district_id and roster.id = told.id;

create view stage.told_student as
select
  false as told,
  district_id,
  id,
  origin,
  active,
  school_id
from galileo.student
union all
select
  true,
  roster.district_id,
  roster.id,
  roster.origin,
  roster.active,
  roster.school_id
from (
  select distinct district_id, id
  from stage.told
  where entity = 'person'
) told
join galileo.student roster on roster.district_id = told.district_id and roster.id = told.id;

create view stage.told_teacher as
select
  false as told,
  district_id,
  id,
  origin,
  active,
  school_id
from galileo.teacher
union all
select
  true,
  roster.district_id,
  roster.id,
  roster.origin,
  roster.active,
  roster.school_id
from (
  select distinct district_id, id
  from stage.told
  where entity = 'person'
) told
join galileo.teacher roster on roster.district_id = told.district_id and roster.id = told.id;

create view stage.told_staff as
select
  false as told,
  district_id,
  id,
  origin,
  active
from galileo.staff
union all
select
  true,
  roster.district_id,
  roster.id,
  roster.origin,
  roster.active
from (
  select distinct district_id, id
  from stage.told
  where entity = 'person'
) told
join galileo.staff roster on roster.district_id = told.district_id and roster.id = told.id;

create view stage.told_district_admin as
select
  false as told,
  district_id,
  id,
  origin,
  active
from galileo.district_admin
union all
select
  true,
  roster.district_id,
  roster.id,
  roster.origin,
  roster.active
from (
  select distinct district_id, id
  from stage.told
  where entity = 'person'
) told
join galileo.district_admin roster on roster.district_id = told.district_id and roster.id = told.id;

create view stage.told_contact as
select
  false as told,
  district_id,
  id,
  origin,
  active
from galileo.contact
union all
select
  true,
  roster.district_id,
  roster.id,
  roster.origin,
  roster.active
from (
  select distinct district_id, id
  from stage.told
  where entity = 'person'
) told
join galileo.contact roster on roster.district_id = told.district_id and roster.id = told.id;

create view stage.told_person_school as
select
  false as told,
  district_id,
  id,
  origin,
  active,
  person_id,
  school_id
from galileo.person_school
union all
select
  true,
  roster.district_id,
  roster.id,
  roster.origin,
  roster.active,
  roster.person_id,
  roster.school_id
from (
  select told.district_id, related.id
  from stage.told told
  join galileo.person_school related on related.district_id = told.district_id and related.person_id = told.id
  where told.entity = 'person' and related.active
  union
  select told.district_id, related.id
  from stage.told told
  join galileo.person_school related on related.district_id = told.district_id and related.school_id = told.id
  where told.entity = 'school' and related.active
) told
join galileo.person_school roster on roster.district_id = told.district_id and roster.id = told.id;

create view stage.told_contact_student as
select
  false as told,
  district_id,
  id,
  origin,
  active,
  contact_id,
  student_id
from galileo.contact_student
union all
select
  true,
  roster.district_id,
  roster.id,
  roster.origin,
  roster.active,
  roster.contact_id,
  roster.student_id
from (
  select told.district_id, related.id
  from stage.told told
  join galileo.contact_student related on related.district_id = told.district_id and related.contact_id = told.id
  where told.entity = 'person' and related.active
  union
  select told.district_id, related.id
  from stage.told told
  join galileo.contact_student related on related.district_id = told.district_id and related.student_id = told.id
  where told.entity = 'student' and related.active
) told
join galileo.contact_student roster on roster.district_id = told.district_id and roster.id = told.id;

create view stage.told_teaching as
select
  false as told,
  district_id,
  id,
  origin,
  active_until,
  section_id,
  teacher_id
from galileo.teaching
union all
select
  true,
  roster.district_id,
  roster.id,
  roster.origin,
  roster.active_until,
  roster.section_id,
  roster.teacher_id
from (
  select told.district_id, related.id
  from stage.told told
  join galileo.teaching related on related.district_id = told.district_id and related.section_id = told.id
  where told.entity = 'section' and related.active_until is null
  union
  select told.district_id, related.id
  from stage.told told
  join galileo.teaching related on related.district_id = told.district_id and related.teacher_id = told.id
  where told.entity = 'teacher' and related.active_until is null
) told
join galileo.teaching roster on roster.district_id = told.district_id and roster.id = told.id;

-- The roster's rows that a guard looks at: all of them (told = false), or, for an events run (told = true), those that would go
-- and those that left in the last 24 hours; how many stay says sync.active_count.

create view stage.counted_school as
select
  false as told,
  district_id,
  id,
  origin,
  active,
  deactivated_at
from galileo.school
union all
select
  true,
  roster.district_id,
  roster.id,
  roster.origin,
  roster.active,
  roster.deactivated_at
from (
  select distinct district_id, id
  from stage.change
  where entity = 'school' and action = 'deactivate'
) planned
join galileo.school roster on roster.district_id = planned.district_id and roster.id = planned.id
where roster.active
union all
select
  true,
  district_id,
  id,
  origin,
  active,
  deactivated_at
from galileo.school
where not active and deactivated_at >= now() - interval '24 hours';

create view stage.counted_student as
select
  false as told,
  district_id,
  id,
  origin,
  active,
  deactivated_at,
  school_id,
  grade
from galileo.student
union all
select
  true,
  roster.district_id,
  roster.id,
  roster.origin,
  roster.active,
  roster.deactivated_at,
  roster.school_id,
  roster.grade
from (
  select distinct district_id, id
  from stage.change
  where entity = 'student' and action = 'deactivate'
) planned
join galileo.student roster on roster.district_id = planned.district_id and roster.id = planned.id
where roster.active
union all
select
  true,
  district_id,
  id,
  origin,
  active,
  deactivated_at,
  school_id,
  grade
from galileo.student
where not active and deactivated_at >= now() - interval '24 hours';

create view stage.counted_teacher as
select
  false as told,
  district_id,
  id,
  origin,
  active,
  deactivated_at,
  school_id
from galileo.teacher
union all
select
  true,
  roster.district_id,
  roster.id,
  roster.origin,
  roster.active,
  roster.deactivated_at,
  roster.school_id
from (
  select distinct district_id, id
  from stage.change
  where entity = 'teacher' and action = 'deactivate'
) planned
join galileo.teacher roster on roster.district_id = planned.district_id and roster.id = planned.id
where roster.active
union all
select
  true,
  district_id,
  id,
  origin,
  active,
  deactivated_at,
  school_id
from galileo.teacher
where not active and deactivated_at >= now() - interval '24 hours';

create view stage.counted_staff as
select
  false as told,
  district_id,
  id,
  origin,
  active,
  deactivated_at
from galileo.staff
union all
select
  true,
  roster.district_id,
  roster.id,
  roster.origin,
  roster.active,
  roster.deactivated_at
from (
  select distinct district_id, id
  from stage.change
  where entity = 'staff' and action = 'deactivate'
) planned
join galileo.staff roster on roster.district_id = planned.district_id and roster.id = planned.id
where roster.active
union all
select
  true,
  district_id,
  id,
  origin,
  active,
  deactivated_at
from galileo.staff
where not active and deactivated_at >= now() - interval '24 hours';

create view stage.counted_district_admin as
select
  false as told,
  district_id,
  id,
  origin,
  active,
  deactivated_at
from galileo.district_admin
union all
select
  true,
  roster.district_id,
  roster.id,
  roster.origin,
  roster.active,
  roster.deactivated_at
from (
  select distinct district_id, id
  from stage.change
  where entity = 'district_admin' and action = 'deactivate'
) planned
join galileo.district_admin roster on roster.district_id = planned.district_id and roster.id = planned.id
where roster.active
union all
select
  true,
  district_id,
  id,
  origin,
  active,
  deactivated_at
from galileo.district_admin
where not active and deactivated_at >= now() - interval '24 hours';

create view stage.counted_contact as
select
  false as told,
  district_id,
  id,
  origin,
  active,
  deactivated_at
from galileo.contact
union all
select
  true,
  roster.district_id,
  roster.id,
  roster.origin,
  roster.active,
  roster.deactivated_at
from (
  select distinct district_id, id
  from stage.change
  where entity = 'contact' and action = 'deactivate'
) planned
join galileo.contact roster on roster.district_id = planned.district_id and roster.id = planned.id
where roster.active
union all
select
  true,
  district_id,
  id,
  origin,
  active,
  deactivated_at
from galileo.contact
where not active and deactivated_at >= now() - interval '24 hours';

create view stage.counted_section as
select
  false as told,
  district_id,
  id,
  origin,
  active,
  deactivated_at,
  school_id,
  term_id
from galileo.section
union all
select
  true,
  roster.district_id,
  roster.id,
  roster.origin,
  roster.active,
  roster.deactivated_at,
  roster.school_id,
  roster.term_id
from (
  select distinct district_id, id
  from stage.change
  where entity = 'section' and action = 'deactivate'
) planned
join galileo.section roster on roster.district_id = planned.district_id and roster.id = planned.id
where roster.active
union all
select
  true,
  district_id,
  id,
  origin,
  active,
  deactivated_at,
  school_id,
  term_id
from galileo.section
where not active and deactivated_at >= now() - interval '24 hours';

create view stage.counted_person_school as
select
  false as told,
  district_id,
  id,
  origin,
  active,
  deactivated_at,
  person_id,
  school_id
from galileo.person_school
union all
select
  true,
  roster.district_id,
  roster.id,
  roster.origin,
  roster.active,
  roster.deactivated_at,
  roster.person_id,
  roster.school_id
from (
  select distinct district_id, id
  from stage.change
  where entity = 'person_school' and action = 'deactivate'
) planned
join galileo.person_school roster on roster.district_id = planned.district_id and roster.id = planned.id
where roster.active
union all
select
  true,
  district_id,
  id,
  origin,
  active,
  deactivated_at,
  person_id,
  school_id
from galileo.person_school
where not active and deactivated_at >= now() - interval '24 hours';

create view stage.counted_contact_student as
select
  false as told,
  district_id,
  id,
  origin,
  active,
  deactivated_at,
  contact_id,
  student_id
from galileo.contact_student
union all
select
  true,
  roster.district_id,
  roster.id,
  roster.origin,
  roster.active,
  roster.deactivated_at,
  roster.contact_id,
  roster.student_id
from (
  select distinct district_id, id
  from stage.change
  where entity = 'contact_student' and action = 'deactivate'
) planned
join galileo.contact_student roster on roster.district_id = planned.district_id and roster.id = planned.id
where roster.active
union all
select
  true,
  district_id,
  id,
  origin,
  active,
  deactivated_at,
  contact_id,
  student_id
from galileo.contact_student
where not active and deactivated_at >= now() - interval '24 hours';

create view stage.counted_enrollment as
select
  false as told,
  district_id,
  id,
  origin,
  active_until,
  section_id,
  student_id
from galileo.enrollment
union all
select
  true,
  roster.district_id,
  roster.id,
  roster.origin,
  roster.active_until,
  roster.section_id,
  roster.student_id
from (
  select distinct district_id, id
  from stage.change
  where entity = 'enrollment' and action = 'deactivate'
) planned
join galileo.enrollment roster on roster.district_id = planned.district_id and roster.id = planned.id
where roster.active_until is null
union all
select
  true,
  district_id,
  id,
  origin,
  active_until,
  section_id,
  student_id
from galileo.enrollment
where active_until is not null and active_until >= now() - interval '24 hours';

create view stage.counted_teaching as
select
  false as told,
  district_id,
  id,
  origin,
  active_until,
  section_id,
  teacher_id
from galileo.teaching
union all
select
  true,
  roster.district_id,
  roster.id,
  roster.origin,
  roster.active_until,
  roster.section_id,
  roster.teacher_id
from (
  select distinct district_id, id
  from stage.change
  where entity = 'teaching' and action = 'deactivate'
) planned
join galileo.teaching roster on roster.district_id = planned.district_id and roster.id = planned.id
where roster.active_until is null
union all
select
  true,
  district_id,
  id,
  origin,
  active_until,
  section_id,
  teacher_id
from galileo.teaching
where active_until is not null and active_until >= now() - interval '24 hours';

