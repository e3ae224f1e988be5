-- find-adoptions.sql: find arrivals that somebody has already made by hand in the portal.
--
-- In   districtId  our key of the district
-- Out  number of entries in stage.identity: adopt, possible adoption
--
-- Same role, equal username, SIS id or number, and equal normalised last name, each side without another match.
-- Where two match, or only the last name differs, a person is asked and the arrival is new.
-- Switched off per district by sync.connection.adopt.
with arrived as (
  select
    role.role,
    role.sis_id,
    role.number,
    person.clever_id,
    person.username,
    person.last_name
  from stage.arrival arrival
  join sync.connection connection
    on connection.district_id = arrival.district_id and connection.adopt
  join stage.person person
    on person.district_id = arrival.district_id and person.clever_id = arrival.clever_id
  join (
    select 'student' as role, district_id, clever_id, sis_id, student_number as number from stage.student
    union all
    select 'teacher', district_id, clever_id, sis_id, teacher_number from stage.teacher
    union all
    select 'staff', district_id, clever_id, staff_id, null from stage.staff
  ) role
    on role.district_id = arrival.district_id and role.clever_id = arrival.clever_id
  where arrival.district_id = :?districtId
    and not exists (
      select from stage.identity already
      where already.district_id = arrival.district_id
        and already.clever_id = arrival.clever_id
        and already.how in ('re-key', 'defer')
    )
),
manual as (
  select
    role.role,
    role.sis_id,
    role.number,
    person.id,
    person.username,
    person.last_name
  from (
    select 'student' as role, district_id, id, sis_id, student_number as number from galileo.student
    where origin = 'manual' and active
    union all
    select 'teacher', district_id, id, sis_id, teacher_number from galileo.teacher
    where origin = 'manual' and active
    union all
    select 'staff', district_id, id, staff_id, null from galileo.staff
    where origin = 'manual' and active
  ) role
  join galileo.person person
    on person.district_id = role.district_id and person.id = role.id
  where role.district_id = :?districtId
    and person.origin = 'manual'
    and person.active
),
-- One join for each key: an "or" of them could not be hashed.
same_key as (
  select arrived.clever_id, manual.id, arrived.last_name as came, manual.last_name as made
  from arrived
  join manual on manual.role = arrived.role and manual.username = arrived.username
  union all
  select arrived.clever_id, manual.id, arrived.last_name, manual.last_name
  from arrived
  join manual on manual.role = arrived.role and manual.sis_id = arrived.sis_id
  union all
  select arrived.clever_id, manual.id, arrived.last_name, manual.last_name
  from arrived
  join manual on manual.role = arrived.role and manual.number = arrived.number
),
pair as (
  select
    clever_id,
    id,
    bool_or(sync.normalised_name(came) = sync.normalised_name(made)) is true as same_name
  from same_key
  group by clever_id, id
),
judged as (
  select
    pair.clever_id,
    pair.id,
    pair.same_name
      and count(*) filter (where pair.same_name) over (partition by pair.clever_id) = 1
      and count(*) filter (where pair.same_name) over (partition by pair.id) = 1 as same_person
  from pair
)
insert into stage.identity (district_id, clever_id, id, how)
select
  :?districtId,
  clever_id,
  coalesce(min(id) filter (where same_person), min(id)),
  case when bool_or(same_person) then 'adopt' else 'possible adoption' end
from judged
group by clever_id
