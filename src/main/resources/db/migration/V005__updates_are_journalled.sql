-- Every UPDATE that a run makes in schema galileo is journalled by the database itself, so that no edit of a file in
-- routes/sql can forget it. Outside a run (setting galileo.run is empty) the triggers do nothing.
create function sync.changed_part(mine jsonb, other jsonb) returns jsonb
  language sql immutable parallel safe
  return (select coalesce(jsonb_object_agg(key, value), '{}'::jsonb)
          from jsonb_each(mine) where value is distinct from other -> key);

create function sync.journal_update() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('galileo.run', true), '') = '' then
    return null;
  end if;
  insert into sync.journal (district_id, run_id, entity, action, id, before, after)
  select
    was.district_id,
    current_setting('galileo.run')::bigint,
    tg_table_name,
    case
      when to_jsonb(was) ->> 'origin' = 'manual' then 'adopt'
      when to_jsonb(was) ->> 'clever_id' <> to_jsonb(became) ->> 'clever_id' then 're-key'
      when to_jsonb(was) ->> 'active' = 'false' and to_jsonb(became) ->> 'active' = 'true' then 'reactivate'
      when to_jsonb(was) ->> 'active' = 'true' and to_jsonb(became) ->> 'active' = 'false' then 'deactivate'
      when to_jsonb(became) ->> 'active_until' is not null then 'deactivate'
      else 'update'
    end,
    was.id,
    sync.changed_part(to_jsonb(was), to_jsonb(became)),
    sync.changed_part(to_jsonb(became), to_jsonb(was))
  from was
  join became on became.district_id = was.district_id and became.id = was.id;
  return null;
end
$$;

-- Last names are compared without case, accents, blanks, apostrophes and hyphens. What goes is named here, and not left to
-- the database's locale: in some, no letter outside ASCII is one, and different names would become equal.
create function sync.normalised_name(name text) returns text
  language sql immutable parallel safe
  return nullif(
    regexp_replace(
      lower(normalize(name, NFKD)), '[\u0300-\u036f\u02b9-\u02bf\u2010-\u2015\u2018\u2019[:space:][:punct:]]', '', 'g'),
    '');

create trigger school_update_is_journalled after update on galileo.school
  referencing old table as was new table as became
  for each statement execute function sync.journal_update();
create trigger term_update_is_journalled after update on galileo.term
  referencing old table as was new table as became
  for each statement execute function sync.journal_update();
create trigger course_update_is_journalled after update on galileo.course
  referencing old table as was new table as became
  for each statement execute function sync.journal_update();
create trigger person_update_is_journalled after update on galileo.person
  referencing old table as was new table as became
  for each statement execute function sync.journal_update();
create trigger student_update_is_journalled after update on galileo.student
  referencing old table as was new table as became
  for each statement execute function sync.journal_update();
create trigger teacher_update_is_journalled after update on galileo.teacher
  referencing old table as was new table as became
  for each statement execute function sync.journal_update();
create trigger staff_update_is_journalled after update on galileo.staff
  referencing old table as was new table as became
  for each statement execute function sync.journal_update();
create trigger district_admin_update_is_journalled after update on galileo.district_admin
  referencing old table as was new table as became
  for each statement execute function sync.journal_update();
create trigger contact_update_is_journalled after update on galileo.contact
  referencing old table as was new table as became
  for each statement execute function sync.journal_update();
create trigger section_update_is_journalled after update on galileo.section
  referencing old table as was new table as became
  for each statement execute function sync.journal_update();
create trigger person_school_update_is_journalled after update on galileo.person_school
  referencing old table as was new table as became
  for each statement execute function sync.journal_update();
create trigger contact_student_update_is_journalled after update on galileo.contact_student
  referencing old table as was new table as became
  for each statement execute function sync.journal_update();
create trigger enrollment_update_is_journalled after update on galileo.enrollment
  referencing old table as was new table as became
  for each statement execute function sync.journal_update();
create trigger teaching_update_is_journalled after update on galileo.teaching
  referencing old table as was new table as became
  for each statement execute function sync.journal_update();
