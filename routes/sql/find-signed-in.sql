-- find-signed-in.sql: look again at somebody who is signed in, for the page and for the hand-off.
--
-- In   districtId  our key of the district
--      personId    our id of the person
--      today       the date in the time zone of the schedule
-- Out  one row, whoever asks: what find-sign-in.sql says of district and person; clever_id, district (Clever's id),
--      display_name, grade, grade_min, grade_max (of an active student, else null)
--
-- Why somebody is not active is not asked again.
select
  asked.district_id,
  connection.district_id is null as district_unknown,
  coalesce(connection.disconnected_at, connection.purged_at) is not null as disconnected,
  published.district_id is null or connection.accepted_at is not null as not_published,
  connection.sso is not true as sso_off,
  coalesce(connection.respect_launch_date and published.launch_date > :?today::date, false) as not_started,
  asked.id as person_id,
  coalesce(person.active, false) as active,
  coalesce(may.roles, '') as roles,
  false as only_contact,
  false as filtered,
  false as quarantined,
  false as held,
  false as newer,
  person.clever_id,
  connection.clever_id as district,
  concat_ws(
    ' ',
    coalesce(person.preferred_first_name, person.first_name),
    coalesce(person.preferred_last_name, person.last_name)
  ) as display_name,
  student.grade,
  student.grade_min,
  student.grade_max
from (
  select
    :?districtId::int as district_id,
    :?personId::bigint as id
) asked
left join sync.connection connection
  on connection.district_id = asked.district_id
left join galileo.district published
  on published.district_id = asked.district_id
left join galileo.person person
  on person.district_id = asked.district_id and person.id = asked.id and person.origin = 'clever'
left join lateral (
  select string_agg(own.role, ',' order by own.rank) as roles
  from sso.active_role own
  where own.district_id = person.district_id
    and own.id = person.id
    and own.role = any (connection.sso_roles)
) may on true
left join lateral (
  select
    role.grade,
    role.grade_min,
    role.grade_max
  from galileo.student role
  where role.district_id = person.district_id
    and role.id = person.id
    and role.active
  order by role.origin
  limit 1
) student on true
