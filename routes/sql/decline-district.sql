-- decline-district.sql: remember that we do not take a district on.
--
-- In   districtId  our key of the district
--      by          who declined it
--      because     why, or null
-- Out  number of rows updated, 1
--
-- In the transaction of hold-district.sql. Taken on later after all, its dry run has to be read again.
update sync.connection set
  onboarding = 'declined',
  taken_on_at = now(),
  taken_on_by = :?by,
  declined_because = :?because::text,
  read_run = null,
  read_at = null,
  read_by = null
where district_id = :?districtId
