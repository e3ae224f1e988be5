-- describe-row.sql: say what a row is now.
--
-- In   districtId  our key of the district
--      entity      person, section, school, course or term
--      id          our id
--      values      whether a person's name may be shown
-- Out  one row: clever_id, name, origin, active, first_synced_at, changed_at, deactivated_at, created_run, district_name, roles
select
  own.clever_id,
  own.name,
  own.origin,
  own.active,
  own.first_synced_at,
  own.changed_at,
  own.deactivated_at,
  own.created_run,
  (select name from galileo.district where district_id = :?districtId::int) as district_name,
  (
    select string_agg(concat(role.entity, case when role.origin = 'manual' then ' (by hand)' end,
      case when not role.active then ' (off)' end), ', ' order by role.entity, role.origin)
    from (
      select 'student' as entity, origin, active from galileo.student where district_id = :?districtId::int and id = :?id::bigint
      union all
      select 'teacher', origin, active from galileo.teacher where district_id = :?districtId::int and id = :?id::bigint
      union all
      select 'staff', origin, active from galileo.staff where district_id = :?districtId::int and id = :?id::bigint
      union all
      select 'district_admin', origin, active from galileo.district_admin
      where district_id = :?districtId::int and id = :?id::bigint
      union all
      select 'contact', origin, active from galileo.contact where district_id = :?districtId::int and id = :?id::bigint
    ) role
    where :?entity::text = 'person'
  ) as roles
from (
  select clever_id, case when :?values::boolean then concat_ws(' ', first_name, last_name) end as name, origin, active,
    first_synced_at, changed_at, deactivated_at, created_run
  from galileo.person
  where :?entity::text = 'person' and district_id = :?districtId::int and id = :?id::bigint
  union all
  select clever_id, name, origin, active, first_synced_at, changed_at, deactivated_at, created_run
  from galileo.section
  where :?entity::text = 'section' and district_id = :?districtId::int and id = :?id::bigint
  union all
  select clever_id, name, origin, active, first_synced_at, changed_at, deactivated_at, created_run
  from galileo.school
  where :?entity::text = 'school' and district_id = :?districtId::int and id = :?id::bigint
  union all
  select clever_id, name, origin, active, first_synced_at, changed_at, deactivated_at, created_run
  from galileo.course
  where :?entity::text = 'course' and district_id = :?districtId::int and id = :?id::bigint
  union all
  select clever_id, name, origin, active, first_synced_at, changed_at, deactivated_at, created_run
  from galileo.term
  where :?entity::text = 'term' and district_id = :?districtId::int and id = :?id::bigint
) own
