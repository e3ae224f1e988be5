-- A published run can be undone: what the journal says of it is put back by a run of its own, which is journalled too.
alter table sync.run
  add column undoes bigint,
  add column undone_by bigint;
comment on column sync.run.undoes is 'Of a rollback: the run whose changes it put back.';
comment on column sync.run.undone_by is 'The rollback that put its changes back; none again once that was rolled back itself.';
comment on column sync.run.trigger is 'Who started it: schedule, command or rollback.';

alter table sync.connection
  add column publish_hold_since timestamptz,
  add column publish_hold_by text,
  add column publish_hold_reason text;
comment on column sync.connection.publish_hold_since is 'Since when runs of the district only plan; none when they publish.';
comment on column sync.connection.publish_hold_by is 'Who put it on hold.';
comment on column sync.connection.publish_hold_reason is 'Why, in one sentence without student data.';

comment on column sync.decision.kind is 'approve, reject, rollback, hold, release, disconnect, purge or accept.';
comment on column sync.journal.action is
  'create, update, reactivate, deactivate, adopt, hand-back (an adoption undone) or re-key.';

-- Undoing turns things round that a sync never turns round: an interval opens again, an adopted row goes back to manual.
-- The journal turns each row into JSON once: done anew for each column compared, it was most of a night in which every
-- student changed. Both are rows of one table and have the same keys.
create or replace function sync.journal_update() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('galileo.run', true), '') = '' then
    return null;
  end if;
  insert into sync.journal (district_id, run_id, entity, action, id, before, after)
  with pair as materialized (
    select
      was.district_id,
      was.id,
      to_jsonb(was) as past,
      to_jsonb(became) as present
    from was
    join became on became.district_id = was.district_id and became.id = was.id
  )
  select
    district_id,
    current_setting('galileo.run')::bigint,
    tg_table_name,
    case
      when past ->> 'origin' = 'manual' and present ->> 'origin' = 'clever' then 'adopt'
      when past ->> 'origin' = 'clever' and present ->> 'origin' = 'manual' then 'hand-back'
      when past ->> 'clever_id' <> present ->> 'clever_id' then 're-key'
      when past ->> 'active' = 'false' and present ->> 'active' = 'true' then 'reactivate'
      when past ->> 'active' = 'true' and present ->> 'active' = 'false' then 'deactivate'
      when past ->> 'active_until' is not null and present ->> 'active_until' is null then 'reactivate'
      when past ->> 'active_until' is null and present ->> 'active_until' is not null then 'deactivate'
      else 'update'
    end,
    id,
    difference.past_part,
    difference.present_part
  from pair
  cross join lateral (
    select
      coalesce(jsonb_object_agg(key, value), '{}') as past_part,
      coalesce(jsonb_object_agg(key, present -> key), '{}') as present_part
    from jsonb_each(past)
    where value is distinct from present -> key
  ) difference;
  return null;
end
$$;

drop function sync.changed_part(jsonb, jsonb);

create unlogged table stage.undo (
  district_id integer not null,
  entity text not null,
  id bigint not null,
  origin text not null,
  before jsonb not null,
  after jsonb not null,
  why text
);
comment on table stage.undo is 'What a rollback puts back, row by row: values before the run and after it; why says what is refused.';
create index undo_district_idx on stage.undo (district_id, entity, id);

-- Compared as typed rows: the journal's JSON writes moments in the time zone of the session that wrote them.
create function sync.holds(row_now anyelement, part jsonb) returns boolean
  language sql stable parallel safe
  as $$ select to_jsonb(jsonb_populate_record(row_now, part)) = to_jsonb(row_now) $$;

create view sync.undo_row as
select u.district_id, u.entity, u.id, sync.holds(t, u.after) as untouched
from stage.undo u join galileo.school t on t.district_id = u.district_id and t.id = u.id and t.origin = u.origin
where u.entity = 'school'
union all
select u.district_id, u.entity, u.id, sync.holds(t, u.after)
from stage.undo u join galileo.term t on t.district_id = u.district_id and t.id = u.id and t.origin = u.origin
where u.entity = 'term'
union all
select u.district_id, u.entity, u.id, sync.holds(t, u.after)
from stage.undo u join galileo.course t on t.district_id = u.district_id and t.id = u.id and t.origin = u.origin
where u.entity = 'course'
union all
select u.district_id, u.entity, u.id, sync.holds(t, u.after)
from stage.undo u join galileo.person t on t.district_id = u.district_id and t.id = u.id and t.origin = u.origin
where u.entity = 'person'
union all
select u.district_id, u.entity, u.id, sync.holds(t, u.after)
from stage.undo u join galileo.student t on t.district_id = u.district_id and t.id = u.id and t.origin = u.origin
where u.entity = 'student'
union all
select u.district_id, u.entity, u.id, sync.holds(t, u.after)
from stage.undo u join galileo.teacher t on t.district_id = u.district_id and t.id = u.id and t.origin = u.origin
where u.entity = 'teacher'
union all
select u.district_id, u.entity, u.id, sync.holds(t, u.after)
from stage.undo u join galileo.staff t on t.district_id = u.district_id and t.id = u.id and t.origin = u.origin
where u.entity = 'staff'
union all
select u.district_id, u.entity, u.id, sync.holds(t, u.after)
from stage.undo u join galileo.district_admin t on t.district_id = u.district_id and t.id = u.id and t.origin = u.origin
where u.entity = 'district_admin'
union all
select u.district_id, u.entity, u.id, sync.holds(t, u.after)
from stage.undo u join galileo.contact t on t.district_id = u.district_id and t.id = u.id and t.origin = u.origin
where u.entity = 'contact'
union all
select u.district_id, u.entity, u.id, sync.holds(t, u.after)
from stage.undo u join galileo.section t on t.district_id = u.district_id and t.id = u.id and t.origin = u.origin
where u.entity = 'section'
union all
select u.district_id, u.entity, u.id, sync.holds(t, u.after)
from stage.undo u join galileo.person_school t on t.district_id = u.district_id and t.id = u.id and t.origin = u.origin
where u.entity = 'person_school'
union all
select u.district_id, u.entity, u.id, sync.holds(t, u.after)
from stage.undo u join galileo.contact_student t on t.district_id = u.district_id and t.id = u.id and t.origin = u.origin
where u.entity = 'contact_student'
union all
select u.district_id, u.entity, u.id, sync.holds(t, u.after)
from stage.undo u join galileo.enrollment t on t.district_id = u.district_id and t.id = u.id and t.origin = u.origin
where u.entity = 'enrollment'
union all
select u.district_id, u.entity, u.id, sync.holds(t, u.after)
from stage.undo u join galileo.teaching t on t.district_id = u.district_id and t.id = u.id and t.origin = u.origin
where u.entity = 'teaching';
comment on view sync.undo_row is 'The rows that a rollback is about and that are there: do they still hold what the run left?';

create view sync.hangs_on as
select district_id, 'student' as entity, id, active, 'person' as on_entity, id as on_id from galileo.student where origin = 'clever'
union all
select district_id, 'teacher', id, active, 'person', id from galileo.teacher where origin = 'clever'
union all
select district_id, 'staff', id, active, 'person', id from galileo.staff where origin = 'clever'
union all
select district_id, 'district_admin', id, active, 'person', id from galileo.district_admin where origin = 'clever'
union all
select district_id, 'contact', id, active, 'person', id from galileo.contact where origin = 'clever'
union all
select district_id, 'section', id, active, 'school', school_id from galileo.section where origin = 'clever'
union all
select district_id, 'section', id, active, 'term', term_id from galileo.section where origin = 'clever'
union all
select district_id, 'section', id, active, 'course', course_id from galileo.section where origin = 'clever'
union all
select district_id, 'person_school', id, active, 'person', person_id from galileo.person_school where origin = 'clever'
union all
select district_id, 'person_school', id, active, 'school', school_id from galileo.person_school where origin = 'clever'
union all
select district_id, 'contact_student', id, active, 'contact', contact_id from galileo.contact_student where origin = 'clever'
union all
select district_id, 'contact_student', id, active, 'student', student_id from galileo.contact_student where origin = 'clever'
union all
select district_id, 'enrollment', id, active_until is null, 'section', section_id from galileo.enrollment where origin = 'clever'
union all
select district_id, 'enrollment', id, active_until is null, 'student', student_id from galileo.enrollment where origin = 'clever'
union all
select district_id, 'teaching', id, active_until is null, 'section', section_id from galileo.teaching where origin = 'clever'
union all
select district_id, 'teaching', id, active_until is null, 'teacher', teacher_id from galileo.teaching where origin = 'clever';
comment on view sync.hangs_on is 'Which synced rows make sense only while another one is active; on_entity and on_id name it.';

create view sync.standing as
select district_id, 'school' as entity, id, active from galileo.school
union all
select district_id, 'term', id, active from galileo.term
union all
select district_id, 'course', id, active from galileo.course
union all
select district_id, 'section', id, active from galileo.section
union all
select district_id, 'person', id, active from galileo.person
union all
select district_id, 'student', id, bool_or(active) from galileo.student group by district_id, id
union all
select district_id, 'teacher', id, bool_or(active) from galileo.teacher group by district_id, id
union all
select district_id, 'contact', id, bool_or(active) from galileo.contact group by district_id, id;
comment on view sync.standing is 'Whether the rows that others hang on are active.';

create view sync.undo_going as
select
  district_id,
  entity,
  id,
  case
    when before ->> 'origin' = 'manual' then false
    when before -> 'active' is not null then (before ->> 'active')::boolean
    else before ->> 'active_until' is null
  end as active
from stage.undo
where why is null
  and (before -> 'active' is not null or before -> 'active_until' is not null or before ->> 'origin' = 'manual');
comment on view sync.undo_going is 'Rows that a rollback switches on or off, or hands back: are they the sync''s and active then?';

-- All columns of the table, asked of the catalogue: one that is added later cannot be forgotten here.
create function sync.put_back(entity_name text, district integer, going_off boolean) returns bigint
  language plpgsql as $$
declare
  assignments text;
  written bigint;
begin
  select string_agg(
    format('%1$I = ', attname) || case attname when 'changed_at' then 'now()' else format('became.%1$I', attname) end, ', ')
  into assignments
  from pg_attribute
  where attrelid = format('galileo.%I', entity_name)::regclass
    and attnum > 0
    and not attisdropped
    and attname not in ('district_id', 'id', 'created_run');
  execute format(
    'update galileo.%1$I target set %2$s
     from stage.undo undo
     join galileo.%1$I was
       on was.district_id = undo.district_id and was.id = undo.id and was.origin = undo.origin
     cross join lateral jsonb_populate_record(was, undo.before) became
     where undo.district_id = $1
       and undo.entity = %1$L
       and undo.why is null
       and $2 = coalesce(not (undo.before ->> ''active'')::boolean, undo.before ->> ''active_until'' is not null)
       and target.district_id = was.district_id
       and target.id = was.id
       and target.origin = was.origin',
    entity_name, assignments)
  using district, going_off;
  get diagnostics written = row_count;
  return written;
end
$$;

-- Nobody edits the rows of a rollback between the look at what they hold and its COMMIT.
create function sync.hold_undone(entity_name text, district integer) returns bigint
  language plpgsql as $$
declare
  held bigint;
begin
  execute format(
    'select count(*)
     from (
       select target.id
       from galileo.%1$I target
       where target.district_id = $1
         and target.id in (select id from stage.undo where district_id = $1 and entity = %1$L)
       order by target.id
       for update
     ) rows',
    entity_name)
  into held
  using district;
  return held;
end
$$;

create index run_id_idx on sync.run (run_id);
