-- set-publish-hold.sql: put a district on publish hold.
--
-- In   districtId  our key of the district
--      by          who decided it
--      reason      why, in one sentence
-- Out  one row: publish_hold_since
update sync.connection set
  publish_hold_since = now(),
  publish_hold_by = :?by,
  publish_hold_reason = :?reason
where district_id = :?districtId
returning publish_hold_since
