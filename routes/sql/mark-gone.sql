-- mark-gone.sql: remember that a district has left Clever's list for good.
--
-- In   districtId  our key of the district
--      polls       so many polls in a row must have missed it
-- Out  one row: missed_polls; none when it is back meanwhile, or was disconnected or purged by somebody else
--
-- In the transaction of hold-district.sql, before disconnect-district.sql.
update sync.connection set
  gone_at = now()
where district_id = :?districtId
  and missed_polls >= :?polls::int
  and disconnected_at is null
  and purged_at is null
returning missed_polls
