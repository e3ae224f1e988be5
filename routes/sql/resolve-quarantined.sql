-- resolve-quarantined.sql: count what could not be read, but is in the roster, as present.
--
-- In   districtId  our key of the district
-- Out  number of references written, how = kept
--
-- Its last good row and what hangs on it stay.
insert into stage.reference (district_id, entity, clever_id, id, how, kind)
select
  :?districtId,
  roster.entity,
  roster.clever_id,
  roster.id,
  'kept',
  case when roster.entity = 'person' and exists (
    select from galileo.student student
    where student.district_id = :?districtId and student.id = roster.id and student.active
  ) then 'student' end
from (
  select 'school' as entity, 'schools' as collection, clever_id, id
  from galileo.school
  where district_id = :?districtId and active
  union all
  select 'term', 'terms', clever_id, id
  from galileo.term
  where district_id = :?districtId and active
  union all
  select 'course', 'courses', clever_id, id
  from galileo.course
  where district_id = :?districtId and active
  union all
  select 'section', 'sections', clever_id, id
  from galileo.section
  where district_id = :?districtId and active
  union all
  select 'person', 'users', clever_id, id
  from galileo.person
  where district_id = :?districtId and active
  union all
  -- Switched off by hand, with a role that is not: what hangs on it stays, until its record can be read.
  select 'person', 'users', person.clever_id, person.id
  from galileo.person person
  where person.district_id = :?districtId
    and not person.active
    and (
      exists (select from galileo.student role where role.district_id = :?districtId and role.id = person.id and role.active)
      or exists (select from galileo.teacher role where role.district_id = :?districtId and role.id = person.id and role.active)
      or exists (select from galileo.staff role where role.district_id = :?districtId and role.id = person.id and role.active)
      or exists (
        select from galileo.district_admin role
        where role.district_id = :?districtId and role.id = person.id and role.active
      )
      or exists (select from galileo.contact role where role.district_id = :?districtId and role.id = person.id and role.active)
    )
) roster
where exists (
    select from stage.rejected rejected
    where rejected.district_id = :?districtId
      and rejected.collection = roster.collection
      and rejected.clever_id = roster.clever_id
  )
  and not exists (
    select from stage.reference present
    where present.district_id = :?districtId
      and present.entity = roster.entity
      and present.clever_id = roster.clever_id
  )
