-- purge-attempts.sql: forget who of a district signed in or tried to.
--
-- In   districtId  our key of the district
-- Out  number of attempts
--
-- In the transaction of hold-district.sql, and before what tells whose a Clever id is has gone: of some attempts nothing else is
-- known (the roster was out of reach).
delete from sso.attempt target
using (
  select attempt_id
  from sso.attempt
  where district_id = :?districtId::int
  union
  select attempt.attempt_id
  from (
    select clever_id
    from galileo.person
    where district_id = :?districtId::int and origin = 'clever'
    union
    select clever_id
    from sync.filtered_id
    where district_id = :?districtId::int and collection = 'users'
    union
    select clever_id
    from sync.quarantine
    where district_id = :?districtId::int and collection = 'users'
    union
    select before ->> 'clever_id'
    from sync.journal
    where district_id = :?districtId::int and entity = 'person' and action = 're-key'
  ) theirs
  join sso.attempt attempt
    on attempt.clever_id = theirs.clever_id
  where attempt.district_id is null
    and attempt.clever_id is not null
) gone
where target.attempt_id = gone.attempt_id
