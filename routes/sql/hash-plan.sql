-- hash-plan.sql: give the plan a name, the same for the same changes.
--
-- In   districtId  our key of the district
-- Out  one row: hash, rows
--
-- A change counts with what is done to whom and with the values that come; their order does not count. What would be new is
-- named by its Clever id, since every run draws our ids anew. Enrollments, by far the most, have a part without any content.
with newcomer as (
  select
    entity,
    id,
    clever_id
  from stage.reference
  where district_id = :?districtId and how = 'new'
),
related as (
  select
    'person_school' as entity,
    person_id as a,
    school_id as b,
    is_primary::text as content
  from stage.person_school_wanted
  where district_id = :?districtId
  union all
  select
    'contact_student',
    contact_id,
    student_id,
    row(relationship, type)::text
  from stage.contact_student_wanted
  where district_id = :?districtId
  union all
  select
    'teaching',
    section_id,
    teacher_id,
    is_primary::text
  from stage.teaching_wanted
  where district_id = :?districtId
),
named as (
  select concat_ws(' ', entity, action, case when how = 'new' then clever_id else id::text end, content::text) as name
  from stage.planned_value
  where district_id = :?districtId
  union all
  select
    'enrollment ' || change.action || ' ' || coalesce(new_section.clever_id, change.a::text)
      || ' ' || coalesce(new_student.clever_id, change.b::text)
  from stage.change change
  left join stage.reference new_section
    on new_section.district_id = change.district_id
    and new_section.entity = 'section'
    and new_section.how = 'new'
    and new_section.id = change.a
  left join stage.reference new_student
    on new_student.district_id = change.district_id
    and new_student.entity = 'person'
    and new_student.how = 'new'
    and new_student.id = change.b
  where change.district_id = :?districtId
    and change.entity = 'enrollment'
    and change.action <> 'deactivate'
  union all
  select concat_ws(
    ' ',
    change.entity,
    change.action,
    coalesce(new_a.clever_id, change.a::text),
    coalesce(new_b.clever_id, change.b::text),
    related.content)
  from stage.change change
  left join newcomer new_a
    on new_a.id = change.a
    and new_a.entity = case when change.entity = 'teaching' then 'section' else 'person' end
  left join newcomer new_b
    on new_b.id = change.b
    and new_b.entity = case when change.entity = 'person_school' then 'school' else 'person' end
  left join related
    on related.entity = change.entity and related.a = change.a and related.b = change.b
  where change.district_id = :?districtId
    and change.entity in ('person_school', 'contact_student', 'teaching')
    and change.action <> 'deactivate'
  union all
  select concat_ws(' ', entity, action, id::text)
  from stage.change
  where district_id = :?districtId and action = 'deactivate'
  union all
  select concat_ws(' ', verdict, entity, action, id::text, content::text)
  from stage.withheld
  where district_id = :?districtId
)
select
  left(encode(sha256(convert_to(
    count(*) || ' ' || coalesce(sum(hashtextextended(name, 0)), 0) || ' ' || coalesce(sum(hashtextextended(name, 1)), 0),
    'UTF8')), 'hex'), 16) as hash,
  count(*) as rows
from named
