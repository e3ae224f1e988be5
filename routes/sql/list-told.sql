-- list-told.sql: list by our ids what events told of, since a run that follows them may find nothing else gone.
--
-- In   districtId  our key of the district
-- Out  number of rows in stage.told
--
-- Deleted or not shared any more: schools, terms and courses that nobody names (resolve-still-named.sql), people and classes.
-- People and classes as they are now: their roles and relations are told whole. student, teacher: people who are none any more,
-- whose classes and contacts are told by others.
with gone as materialized (
  select collection, clever_id from stage.deletion where district_id = :?districtId
  union
  select collection, clever_id from stage.filtered where district_id = :?districtId
),
people as materialized (
  select present.id
  from stage.reference present
  where present.district_id = :?districtId and present.entity = 'person' and present.how <> 'roster'
  union
  select roster.id
  from gone
  join galileo.person roster
    on roster.district_id = :?districtId and roster.clever_id = gone.clever_id and roster.active
  where gone.collection = 'users'
)
insert into stage.told (district_id, entity, id)
select :?districtId::int, 'person', id from people
union all
select :?districtId::int, 'student', people.id
from people
where not exists (
  select from stage.reference present
  where present.district_id = :?districtId
    and present.entity = 'person'
    and present.id = people.id
    and present.kind = 'student'
)
union all
select :?districtId::int, 'teacher', people.id
from people
where not exists (
    select
    from stage.reference present
    join stage.teacher staged
      on staged.district_id = present.district_id and staged.clever_id = present.clever_id
    where present.district_id = :?districtId and present.entity = 'person' and present.id = people.id
  )
  and not exists (
    select from stage.kept_role kept
    where kept.district_id = :?districtId and kept.id = people.id and kept.role = 'teacher'
  )
  and not exists (
    select from stage.reference present
    where present.district_id = :?districtId
      and present.entity = 'person'
      and present.id = people.id
      and present.how = 'kept'
  )
union all
select :?districtId::int, 'section', present.id
from stage.reference present
where present.district_id = :?districtId and present.entity = 'section'
union all
select :?districtId::int, 'section', roster.id
from gone
join galileo.section roster
  on roster.district_id = :?districtId and roster.clever_id = gone.clever_id and roster.active
where gone.collection = 'sections'
union all
select :?districtId::int, 'school', roster.id
from gone
join galileo.school roster
  on roster.district_id = :?districtId and roster.clever_id = gone.clever_id and roster.active
where gone.collection = 'schools'
  and not exists (
    select from stage.reference present
    where present.district_id = :?districtId and present.entity = 'school' and present.id = roster.id
  )
union all
select :?districtId::int, 'term', roster.id
from gone
join galileo.term roster
  on roster.district_id = :?districtId and roster.clever_id = gone.clever_id and roster.active
where gone.collection = 'terms'
union all
select :?districtId::int, 'course', roster.id
from gone
join galileo.course roster
  on roster.district_id = :?districtId and roster.clever_id = gone.clever_id and roster.active
where gone.collection = 'courses'
