-- accept-district.sql: let a district be synchronised again.
--
-- In   districtId  our key of the district
-- Out  number of rows updated, 1
--
-- In the transaction of hold-district.sql. Lifts the tombstone of a purge too. Running it twice changes nothing.
update sync.connection set
  disconnected_at = null,
  disconnected_by = null,
  purged_at = null
where district_id = :?districtId
