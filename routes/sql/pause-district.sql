-- pause-district.sql: keep a district from its schedule.
--
-- In   districtId  our key of the district
--      by          who pauses it
-- Out  number of rows updated, 1
--
-- In the transaction of hold-district.sql.
update sync.connection set
  paused_at = now(),
  paused_by = :?by
where district_id = :?districtId
