-- note-events-trouble.sql: remember why Clever's events could not be asked for.
--
-- In   districtId  our key of the district
--      trouble     one sentence
-- Out  number of districts updated, 1
update sync.connection set
  events_trouble = :?trouble::text
where district_id = :?districtId
