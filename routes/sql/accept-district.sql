-- accept-district.sql: let a district be synchronised again.
--
-- In   districtId  our key of the district
-- Out  number of rows updated, 1
--
-- In the transaction of hold-district.sql. Lifts the tombstone of a purge too. Nobody signs in by the roster from before it left:
-- mark-published.sql takes accepted_at away again. Running it twice changes nothing.
update sync.connection set
  accepted_at = case
    when disconnected_at is null and purged_at is null then accepted_at
    else now()
  end,
  disconnected_at = null,
  disconnected_by = null,
  purged_at = null
where district_id = :?districtId
