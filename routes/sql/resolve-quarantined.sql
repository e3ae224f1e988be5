-- resolve-quarantined.sql: count what could not be read, but is in the roster, as present.
--
-- In   districtId  our key of the district
-- Out  number of references written, how = kept
--
-- Its last good row and what hangs on it stay.
insert into stage.reference (district_id, entity, clever_id, id, how, kind)
select
  roster.district_id,
  'school',
  roster.clever_id,
  roster.id,
  'kept',
  null
from galileo.school roster
where roster.district_id = :?districtId
  and roster.active
  and exists (
    select from stage.rejected rejected
    where rejected.district_id = roster.district_id
      and rejected.collection = 'schools'
      and rejected.clever_id = roster.clever_id
  )
  and not exists (
    select from stage.reference present
    where present.district_id = roster.district_id
      and present.entity = 'school'
      and present.clever_id = roster.clever_id
  )
union all
select
  roster.district_id,
  'term',
  roster.clever_id,
  roster.id,
  'kept',
  null
from galileo.term roster
where roster.district_id = :?districtId
  and roster.active
  and exists (
    select from stage.rejected rejected
    where rejected.district_id = roster.district_id
      and rejected.collection = 'terms'
      and rejected.clever_id = roster.clever_id
  )
  and not exists (
    select from stage.reference present
    where present.district_id = roster.district_id
      and present.entity = 'term'
      and present.clever_id = roster.clever_id
  )
union all
select
  roster.district_id,
  'course',
  roster.clever_id,
  roster.id,
  'kept',
  null
from galileo.course roster
where roster.district_id = :?districtId
  and roster.active
  and exists (
    select from stage.rejected rejected
    where rejected.district_id = roster.district_id
      and rejected.collection = 'courses'
      and rejected.clever_id = roster.clever_id
  )
  and not exists (
    select from stage.reference present
    where present.district_id = roster.district_id
      and present.entity = 'course'
      and present.clever_id = roster.clever_id
  )
union all
select
  roster.district_id,
  'section',
  roster.clever_id,
  roster.id,
  'kept',
  null
from galileo.section roster
where roster.district_id = :?districtId
  and roster.active
  and exists (
    select from stage.rejected rejected
    where rejected.district_id = roster.district_id
      and rejected.collection = 'sections'
      and rejected.clever_id = roster.clever_id
  )
  and not exists (
    select from stage.reference present
    where present.district_id = roster.district_id
      and present.entity = 'section'
      and present.clever_id = roster.clever_id
  )
union all
select
  roster.district_id,
  'person',
  roster.clever_id,
  roster.id,
  'kept',
  case when exists (
    select from galileo.student student
    where student.district_id = roster.district_id and student.id = roster.id and student.active
  ) then 'student' end
from galileo.person roster
where roster.district_id = :?districtId
  and roster.active
  and exists (
    select from stage.rejected rejected
    where rejected.district_id = roster.district_id
      and rejected.collection = 'users'
      and rejected.clever_id = roster.clever_id
  )
  and not exists (
    select from stage.reference present
    where present.district_id = roster.district_id
      and present.entity = 'person'
      and present.clever_id = roster.clever_id
  )
