-- resume-district.sql: let a district have its schedule again.
--
-- In   districtId  our key of the district
-- Out  number of rows updated, 1
--
-- In the transaction of hold-district.sql.
update sync.connection set
  paused_at = null,
  paused_by = null
where district_id = :?districtId
