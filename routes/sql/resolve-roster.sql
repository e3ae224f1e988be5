-- resolve-roster.sql: give what events name, but do not tell of, the id that it has in the roster.
--
-- In   districtId  our key of the district
-- Out  number of references written, how = roster; named for schools, terms and courses that are deleted and still named
--
-- Instead of resolve-unlisted.sql in a run that follows events: nothing else of the roster is looked at. The select with offset stays
-- a look for each; without, all students could be read.
with mentioned as materialized (
  select 'person' as entity, 'users' as collection, member as clever_id
  from stage.section
  cross join unnest(students || teachers || teacher) member
  where district_id = :?districtId
  union
  select 'person', 'users', student from stage.contact_student where district_id = :?districtId
  union
  select 'school', 'schools', school from stage.section where district_id = :?districtId
  union
  select 'school', 'schools', place
  from stage.student
  cross join unnest(schools || school) place
  where district_id = :?districtId
  union
  select 'school', 'schools', place
  from stage.teacher
  cross join unnest(schools || school) place
  where district_id = :?districtId
  union
  select 'school', 'schools', place
  from stage.staff
  cross join unnest(schools) place
  where district_id = :?districtId
  union
  -- Of a role that stays, since the one that is told may stand for it.
  select 'school', 'schools', school.clever_id
  from stage.kept_role kept
  join galileo.person_school place
    on place.district_id = :?districtId and place.person_id = kept.id and place.active and place.origin = 'clever'
  join galileo.school school
    on school.district_id = :?districtId and school.id = place.school_id
  where kept.district_id = :?districtId
  union
  select 'term', 'terms', term from stage.section where district_id = :?districtId
  union
  select 'course', 'courses', course from stage.section where district_id = :?districtId
),
-- One lookup by Clever's id for each.
found as materialized (
  select
    mentioned.entity,
    mentioned.collection,
    mentioned.clever_id,
    known.id
  from mentioned
  cross join lateral (
    select id from galileo.person
    where mentioned.entity = 'person'
      and district_id = :?districtId and clever_id = mentioned.clever_id and active
    union all
    select id from galileo.school
    where mentioned.entity = 'school'
      and district_id = :?districtId and clever_id = mentioned.clever_id and active
    union all
    select id from galileo.term
    where mentioned.entity = 'term'
      and district_id = :?districtId and clever_id = mentioned.clever_id and active
    union all
    select id from galileo.course
    where mentioned.entity = 'course'
      and district_id = :?districtId and clever_id = mentioned.clever_id and active
  ) known
  where mentioned.clever_id is not null
)
insert into stage.reference (district_id, entity, clever_id, id, how, kind)
select
  :?districtId,
  found.entity,
  found.clever_id,
  found.id,
  case when deleted.clever_id is null then 'roster' else 'named' end,
  case when found.entity = 'person' and exists (
    select from galileo.student student
    where student.district_id = :?districtId and student.id = found.id and student.origin = 'clever' and student.active
    offset 0
  ) then 'student' end
from found
left join stage.deletion deleted
  on deleted.district_id = :?districtId
  and deleted.collection = found.collection
  and deleted.clever_id = found.clever_id
where (deleted.clever_id is null or found.entity <> 'person')
  and not exists (
    select from stage.filtered kept_out
    where kept_out.district_id = :?districtId
      and kept_out.collection = found.collection
      and kept_out.clever_id = found.clever_id
  )
  and not exists (
    select from stage.reference present
    where present.district_id = :?districtId
      and present.entity = found.entity
      and (present.clever_id = found.clever_id or present.id = found.id)
  )
