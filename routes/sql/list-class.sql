-- list-class.sql: say who was in a class on a day, and who taught it.
--
-- In   districtId  our key of the district
--      id          our id of the section
--      day         the day, as 2026-03-31
--      zone        its time zone
-- Out  rows, teachers first: what (teacher or student), id, clever_id, first_name, last_name, is_primary, since, until, origin
--
-- Half-open: who left at the first moment of the day was not there. An interval that ended as it began holds nobody. The
-- two kinds of intervals are asked for apart, since each has its index.
with day as (
  select
    :?day::date::timestamp at time zone :?zone::text as begins,
    (:?day::date + 1)::timestamp at time zone :?zone::text as ends
),
member as (
  select 'teacher' as what, teacher_id as person_id, is_primary, active_from, active_until, origin
  from galileo.teaching
  where district_id = :?districtId::int and section_id = :?id::bigint and active_until is null
  union all
  select 'teacher', teacher_id, is_primary, active_from, active_until, origin
  from galileo.teaching
  where district_id = :?districtId::int and section_id = :?id::bigint and active_until is not null
  union all
  select 'student', student_id, null, active_from, active_until, origin
  from galileo.enrollment
  where district_id = :?districtId::int and section_id = :?id::bigint and active_until is null
  union all
  select 'student', student_id, null, active_from, active_until, origin
  from galileo.enrollment
  where district_id = :?districtId::int and section_id = :?id::bigint and active_until is not null
)
select
  member.what,
  member.person_id as id,
  person.clever_id,
  person.first_name,
  person.last_name,
  member.is_primary,
  member.active_from as since,
  member.active_until as until,
  member.origin
from member
cross join day
left join galileo.person person
  on person.district_id = :?districtId::int and person.id = member.person_id
where member.active_from < day.ends
  and (member.active_until is null or (member.active_until > day.begins and member.active_until > member.active_from))
order by
  member.what desc,
  member.is_primary desc,
  person.last_name,
  person.first_name,
  member.person_id,
  member.active_from
