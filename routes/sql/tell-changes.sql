-- tell-changes.sql: tell what happened to a row and to what hangs on it: began, changed, went, came back.
--
-- In   districtId  our key of the district
--      entity      person, section, school, course or term
--      id          our id
--      values      whether the values of changed columns may be shown
-- Out  rows in order of time: at, run_id, trigger, entity, action, other, other_id, other_clever_id, other_name, columns,
--      before, after
--
-- What a first load created is one journal entry per entity: the beginning of a row is therefore told by the row itself.
-- action is the journal's, or by hand, by hand ended.
with part as (
  select
    entity,
    id,
    origin,
    began_at,
    ended_at,
    created_run,
    other,
    other_id
  from sync.story_part
  where district_id = :?districtId::int
    and of_entity = :?entity::text
    and of_id = :?id::bigint
),
told as (
  select
    part.began_at as at,
    part.created_run as run_id,
    part.entity,
    part.id,
    'create' as action,
    part.other,
    part.other_id,
    null::text as columns,
    null::jsonb as before,
    null::jsonb as after
  from part
  where part.created_run is not null
  union all
  select began_at, null, entity, id, 'by hand', other, other_id, null, null, null
  from part
  where origin = 'manual' and began_at is not null
  union all
  select ended_at, null, entity, id, 'by hand ended', other, other_id, null, null, null
  from part
  where origin = 'manual' and ended_at is not null
  union all
  select
    journal.at,
    journal.run_id,
    journal.entity,
    journal.id,
    journal.action,
    part.other,
    part.other_id,
    coalesce(
      array_to_string(journal.columns, ','),
      (
        select string_agg(key, ',' order by key)
        from jsonb_object_keys(coalesce(journal.before, '{}') || coalesce(journal.after, '{}')) key
      )
    ),
    journal.before,
    journal.after
  from (select distinct entity, id, other, other_id from part) part
  join sync.journal journal
    on journal.district_id = :?districtId::int
    and journal.entity = part.entity
    and journal.id = part.id
  where journal.action <> 'create'
)
select
  told.at,
  told.run_id,
  run.trigger,
  told.entity,
  told.action,
  told.other,
  told.other_id,
  coalesce(school.clever_id, section.clever_id, person.clever_id) as other_clever_id,
  coalesce(school.name, section.name) as other_name,
  told.columns,
  case
    when :?values::boolean then told.before::text
    when told.action = 're-key' then jsonb_build_object('clever_id', told.before -> 'clever_id')::text
  end as before,
  case
    when :?values::boolean then told.after::text
    when told.action = 're-key' then jsonb_build_object('clever_id', told.after -> 'clever_id')::text
  end as after
from told
left join sync.run run
  on run.district_id = :?districtId::int and run.run_id = told.run_id
left join galileo.school school
  on told.other = 'school' and school.district_id = :?districtId::int and school.id = told.other_id
left join galileo.section section
  on told.other = 'section' and section.district_id = :?districtId::int and section.id = told.other_id
left join galileo.person person
  on told.other in ('student', 'teacher', 'contact') and person.district_id = :?districtId::int and person.id = told.other_id
order by
  told.at,
  told.run_id,
  told.entity not in ('person', 'school', 'term', 'course', 'section'),
  array_position(
    '{student,teacher,staff,district_admin,contact,person_school,contact_student,teaching,enrollment}'::text[], told.entity),
  told.action = 'create',
  told.id
