-- find-sso-switch.sql: say how single sign-on of a district stands.
--
-- In   district  Clever's id of the district
-- Out  one row: district_id, sso, roles (with commas between), respect_launch_date, launch_date, published, disconnected_at,
--      disconnected_by; none for a district that was never synchronised
select
  connection.district_id,
  connection.sso,
  array_to_string(connection.sso_roles, ',') as roles,
  connection.respect_launch_date,
  published.launch_date::text as launch_date,
  published.district_id is not null and connection.accepted_at is null as published,
  connection.disconnected_at,
  connection.disconnected_by
from sync.connection connection
left join galileo.district published
  on published.district_id = connection.district_id
where connection.clever_id = :?district
