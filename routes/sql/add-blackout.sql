-- add-blackout.sql: add a range of days on which the schedule of a district begins no run.
--
-- In   districtId  our key of the district
--      firstDay    its first day
--      lastDay     its last day
-- Out  number of rows inserted, 1
--
-- The database refuses a range that overlaps another one of the district.
insert into sync.blackout (district_id, first_day, last_day)
values (:?districtId, :?firstDay, :?lastDay)
