-- purge-attempts.sql: forget who of a district signed in or tried to.
--
-- In   districtId  our key of the district
-- Out  number of attempts
--
-- In the transaction of hold-district.sql. Attempts without a district name nobody.
delete from sso.attempt
where district_id = :?districtId::int
