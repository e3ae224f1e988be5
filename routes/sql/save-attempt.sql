-- save-attempt.sql: write an attempt to sign in down.
--
-- In   reason       admitted, or why not
--      correlation  the code for support
--      districtId   our key of the district, or null
--      cleverId     Clever's id of the person as Clever vouched for it, or null
--      personId     our id of the person, or null
--      role         the highest role of somebody admitted, or null
-- Out  number of rows inserted, 1
insert into sso.attempt (reason, correlation, district_id, clever_id, person_id, role)
values (:?reason, :?correlation, :?districtId::int, :?cleverId::text, :?personId::bigint, :?role::text)
