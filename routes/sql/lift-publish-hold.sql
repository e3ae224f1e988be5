-- lift-publish-hold.sql: let the runs of a district publish again.
--
-- In   districtId  our key of the district
-- Out  number of rows updated, 1
update sync.connection set
  publish_hold_since = null,
  publish_hold_by = null,
  publish_hold_reason = null
where district_id = :?districtId
