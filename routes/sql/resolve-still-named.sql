-- resolve-still-named.sql: count deleted schools, terms and courses as present while the roster's people and classes name them.
--
-- In   districtId  our key of the district
-- Out  number of references written, how = named
--
-- As a full run does (resolve-unlisted.sql); the next one sees to it when they are named no more. People and classes of which
-- these events tell are judged by what they tell (resolve-roster.sql). Staff do not count, nor a rule's own exclusion.
with gone as materialized (
  select 'school' as entity, roster.clever_id, roster.id
  from stage.deletion told
  join galileo.school roster
    on roster.district_id = :?districtId and roster.clever_id = told.clever_id and roster.active
  where told.district_id = :?districtId and told.collection = 'schools'
  union all
  select 'term', roster.clever_id, roster.id
  from stage.deletion told
  join galileo.term roster
    on roster.district_id = :?districtId and roster.clever_id = told.clever_id and roster.active
  where told.district_id = :?districtId and told.collection = 'terms'
  union all
  select 'course', roster.clever_id, roster.id
  from stage.deletion told
  join galileo.course roster
    on roster.district_id = :?districtId and roster.clever_id = told.clever_id and roster.active
  where told.district_id = :?districtId and told.collection = 'courses'
),
naming as (
  select gone.entity, gone.id, 'users' as collection, person.clever_id, person.id as by_id, 'person' as by_entity
  from gone
  join galileo.person_school place
    on gone.entity = 'school' and place.district_id = :?districtId and place.school_id = gone.id and place.active
    and place.origin = 'clever'
  join galileo.person person
    on person.district_id = :?districtId and person.id = place.person_id
  where exists (
      select from galileo.student student
      where student.district_id = :?districtId and student.id = place.person_id and student.active and student.origin = 'clever'
      offset 0
    )
    or exists (
      select from galileo.teacher teacher
      where teacher.district_id = :?districtId and teacher.id = place.person_id and teacher.active and teacher.origin = 'clever'
      offset 0
    )
  union all
  select gone.entity, gone.id, 'sections', section.clever_id, section.id, 'section'
  from gone
  join galileo.section section
    on gone.entity = 'school' and section.district_id = :?districtId and section.school_id = gone.id and section.active
    and section.origin = 'clever'
  union all
  select gone.entity, gone.id, 'sections', section.clever_id, section.id, 'section'
  from gone
  join galileo.section section
    on gone.entity = 'term' and section.district_id = :?districtId and section.term_id = gone.id and section.active
    and section.origin = 'clever'
  union all
  select gone.entity, gone.id, 'sections', section.clever_id, section.id, 'section'
  from gone
  join galileo.section section
    on gone.entity = 'course' and section.district_id = :?districtId and section.course_id = gone.id and section.active
    and section.origin = 'clever'
),
still as materialized (
  select distinct naming.entity, naming.id
  from naming
  where not exists (
      select from stage.deletion told
      where told.district_id = :?districtId and told.collection = naming.collection and told.clever_id = naming.clever_id
    )
    and not exists (
      select from stage.filtered kept_out
      where kept_out.district_id = :?districtId
        and kept_out.collection = naming.collection
        and kept_out.clever_id = naming.clever_id
    )
    and not exists (
      select from stage.reference present
      where present.district_id = :?districtId
        and present.entity = naming.by_entity
        and present.id = naming.by_id
        and present.how not in ('roster', 'kept')
    )
)
insert into stage.reference (district_id, entity, clever_id, id, how, kind)
select
  :?districtId,
  gone.entity,
  gone.clever_id,
  gone.id,
  'named',
  null
from gone
join still on still.entity = gone.entity and still.id = gone.id
where not exists (
  select from stage.reference present
  where present.district_id = :?districtId and present.entity = gone.entity and present.id = gone.id
)
