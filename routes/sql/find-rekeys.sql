-- find-rekeys.sql: find arrivals that are people whom the roster knows under an id that Clever has given up.
--
-- In   districtId  our key of the district
--      runId       the run
-- Out  number of entries in stage.identity: re-key, defer, possible re-key
--
-- Same role and SIS id, first or last name equal, the old row active until now and its id gone from the snapshot,
-- each side without another match: they keep their id. Where that fails, a person is asked and the arrival is new,
-- because districts recycle numbers. From an incomplete snapshot nobody is gone: the arrival waits (defer).
with arrived as (
  select
    role.role,
    role.sis_id,
    person.clever_id,
    person.first_name,
    person.last_name
  from stage.arrival arrival
  join stage.person person
    on person.district_id = arrival.district_id and person.clever_id = arrival.clever_id
  join (
    select 'student' as role, district_id, clever_id, sis_id from stage.student
    union all
    select 'teacher', district_id, clever_id, sis_id from stage.teacher
    union all
    select 'staff', district_id, clever_id, staff_id from stage.staff
    union all
    select 'contact', district_id, clever_id, sis_id from stage.contact
  ) role
    on role.district_id = arrival.district_id and role.clever_id = arrival.clever_id
  where arrival.district_id = :?districtId and role.sis_id is not null
),
gone as (
  select
    role.role,
    role.sis_id,
    person.id,
    person.first_name,
    person.last_name,
    person.active and role.active as active
  from (
    select 'student' as role, district_id, id, sis_id, active from galileo.student where origin = 'clever'
    union all
    select 'teacher', district_id, id, sis_id, active from galileo.teacher where origin = 'clever'
    union all
    select 'staff', district_id, id, staff_id, active from galileo.staff where origin = 'clever'
    union all
    select 'contact', district_id, id, sis_id, active from galileo.contact where origin = 'clever'
  ) role
  join galileo.person person
    on person.district_id = role.district_id and person.id = role.id and person.origin = 'clever'
  where role.district_id = :?districtId
    and not exists (
      select from stage.person present
      where present.district_id = person.district_id and present.clever_id = person.clever_id
    )
    and not exists (
      select from stage.filtered present
      where present.district_id = person.district_id
        and present.collection = 'users'
        and present.clever_id = person.clever_id
    )
    and not exists (
      select from stage.rejected present
      where present.district_id = person.district_id
        and present.collection = 'users'
        and present.clever_id = person.clever_id
    )
),
pair as (
  select
    arrived.clever_id,
    gone.id,
    bool_and(gone.active) as active,
    bool_or(lower(gone.first_name) = lower(arrived.first_name)
      or lower(gone.last_name) = lower(arrived.last_name)) is true as same_name
  from arrived
  join gone on gone.role = arrived.role and gone.sis_id = arrived.sis_id
  group by arrived.clever_id, gone.id
),
judged as (
  select
    pair.clever_id,
    pair.id,
    pair.active and pair.same_name
      and count(*) over (partition by pair.clever_id) = 1
      and count(*) over (partition by pair.id) = 1 as same_person
  from pair
)
insert into stage.identity (district_id, clever_id, id, how)
select
  :?districtId,
  clever_id,
  min(id),
  case
    when not bool_or(same_person) then 'possible re-key'
    when exists (
      select from sync.proven proof
      where proof.district_id = :?districtId and proof.run_id = :?runId and proof.entity = 'person'
    ) then 're-key'
    else 'defer'
  end
from judged
group by clever_id
