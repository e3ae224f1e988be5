-- save-attempt.sql: write an attempt to sign in down.
--
-- In   reason       admitted, or why not
--      correlation  the code for support
--      districtId   our key of the district, or null
--      cleverId     Clever's id of the person as Clever vouched for it, or null
--      personId     our id of the person, or null
--      role         the highest role of somebody admitted, or null
-- Out  number of rows inserted, 1
--
-- Nobody's id is kept where no roster is: a purge would not know of it, and after it each click would bring it back.
insert into sso.attempt (reason, correlation, district_id, clever_id, person_id, role)
select
  asked.reason,
  asked.correlation,
  asked.district_id,
  case
    when connection.district_id is not null then asked.clever_id
  end,
  case
    when connection.district_id is not null then asked.person_id
  end,
  asked.role
from (
  select
    :?reason::text as reason,
    :?correlation::text as correlation,
    :?districtId::int as district_id,
    :?cleverId::text as clever_id,
    :?personId::bigint as person_id,
    :?role::text as role
) asked
left join sync.connection connection
  on connection.district_id = asked.district_id
  and connection.disconnected_at is null
  and connection.purged_at is null
