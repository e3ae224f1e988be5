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
  select 'school' as entity, roster.clever_id, roster.id
  from stage.rejected rejected
  join galileo.school roster
    on roster.district_id = :?districtId and roster.clever_id = rejected.clever_id and roster.active
  where rejected.district_id = :?districtId and rejected.collection = 'schools'
  union
  select 'term' as entity, roster.clever_id, roster.id
  from stage.rejected rejected
  join galileo.term roster
    on roster.district_id = :?districtId and roster.clever_id = rejected.clever_id and roster.active
  where rejected.district_id = :?districtId and rejected.collection = 'terms'
  union
  select 'course' as entity, roster.clever_id, roster.id
  from stage.rejected rejected
  join galileo.course roster
    on roster.district_id = :?districtId and roster.clever_id = rejected.clever_id and roster.active
  where rejected.district_id = :?districtId and rejected.collection = 'courses'
  union
  select 'section' as entity, roster.clever_id, roster.id
  from stage.rejected rejected
  join galileo.section roster
    on roster.district_id = :?districtId and roster.clever_id = rejected.clever_id and roster.active
  where rejected.district_id = :?districtId and rejected.collection = 'sections'
  union
  select 'person' as entity, roster.clever_id, roster.id
  from stage.rejected rejected
  join galileo.person roster
    on roster.district_id = :?districtId and roster.clever_id = rejected.clever_id
    -- Switched off by hand, with a role that is not: what hangs on it stays, until its record can be read.
    and (
      roster.active
      or exists (select from galileo.student role where role.district_id = :?districtId and role.id = roster.id and role.active and role.origin = 'clever')
      or exists (select from galileo.teacher role where role.district_id = :?districtId and role.id = roster.id and role.active and role.origin = 'clever')
      or exists (select from galileo.staff role where role.district_id = :?districtId and role.id = roster.id and role.active and role.origin = 'clever')
      or exists (
        select from galileo.district_admin role
        where role.district_id = :?districtId and role.id = roster.id and role.active and role.origin = 'clever'
      )
      or exists (select from galileo.contact role where role.district_id = :?districtId and role.id = roster.id and role.active and role.origin = 'clever')
    )
  where rejected.district_id = :?districtId and rejected.collection = 'users'
) roster
where not exists (
  select from stage.reference present
  where present.district_id = :?districtId
    and present.entity = roster.entity
    and present.clever_id = roster.clever_id
)
