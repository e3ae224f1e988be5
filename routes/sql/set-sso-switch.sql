-- set-sso-switch.sql: switch single sign-on of a district on or off.
--
-- In   districtId         our key of the district
--      on                 whether people may sign in
--      roles              those that may, with commas between, or null to leave them as they are
--      respectLaunchDate  whether a launch date to come keeps people out, or null to leave it as it is
-- Out  number of rows updated, 1
--
-- In the transaction of find-district-to-hold.sql.
update sync.connection set
  sso = :?on::boolean,
  sso_roles = coalesce(string_to_array(:?roles::text, ','), sso_roles),
  respect_launch_date = coalesce(:?respectLaunchDate::boolean, respect_launch_date)
where district_id = :?districtId
