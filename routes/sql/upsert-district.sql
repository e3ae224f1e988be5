-- upsert-district.sql: write the district itself.
--
-- In   districtId  our key of the district
-- Out  number of rows inserted or changed
--
-- Running it twice writes nothing the second time.
insert into galileo.district as target (
  district_id,
  clever_id,
  name,
  sis_type,
  launch_date,
  portal_url,
  login_methods,
  mdr_number,
  nces_id,
  state,
  last_sync,
  pause_start,
  pause_end,
  contact_first_name,
  contact_last_name,
  contact_email,
  contact_title
)
select
  district_id,
  clever_id,
  name,
  sis_type,
  launch_date,
  portal_url,
  login_methods,
  mdr_number,
  nces_id,
  state,
  last_sync,
  pause_start,
  pause_end,
  contact_first_name,
  contact_last_name,
  contact_email,
  contact_title
from stage.district
where district_id = :?districtId
on conflict (district_id) do update set
  changed_at = now(),
  name = excluded.name,
  sis_type = excluded.sis_type,
  launch_date = excluded.launch_date,
  portal_url = excluded.portal_url,
  login_methods = excluded.login_methods,
  mdr_number = excluded.mdr_number,
  nces_id = excluded.nces_id,
  state = excluded.state,
  last_sync = excluded.last_sync,
  pause_start = excluded.pause_start,
  pause_end = excluded.pause_end,
  contact_first_name = excluded.contact_first_name,
  contact_last_name = excluded.contact_last_name,
  contact_email = excluded.contact_email,
  contact_title = excluded.contact_title
where (
  target.name,
  target.sis_type,
  target.launch_date,
  target.portal_url,
  target.login_methods,
  target.mdr_number,
  target.nces_id,
  target.state,
  target.last_sync,
  target.pause_start,
  target.pause_end,
  target.contact_first_name,
  target.contact_last_name,
  target.contact_email,
  target.contact_title
) is distinct from (
  excluded.name,
  excluded.sis_type,
  excluded.launch_date,
  excluded.portal_url,
  excluded.login_methods,
  excluded.mdr_number,
  excluded.nces_id,
  excluded.state,
  excluded.last_sync,
  excluded.pause_start,
  excluded.pause_end,
  excluded.contact_first_name,
  excluded.contact_last_name,
  excluded.contact_email,
  excluded.contact_title
)
