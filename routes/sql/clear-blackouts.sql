-- clear-blackouts.sql: take all blackouts from the schedule of a district.
--
-- In   districtId  our key of the district
-- Out  number of rows deleted
delete from sync.blackout
where district_id = :?districtId
