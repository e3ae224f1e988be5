-- tell-alerts.sql: tell whether a person was asked to look at a row, or at a Clever id.
--
-- In   districtId  our key of the district
--      entity      person, section, school, course or term
--      id          our id, or null
--      cleverId    the Clever id, or null
-- Out  rows in order of time: at, run_id, trigger, kind, clever_id, id
select
  alert.created_at as at,
  alert.run_id,
  run.trigger,
  alert.kind,
  alert.clever_id,
  alert.id
from sync.alert alert
left join sync.run run
  on run.district_id = alert.district_id and run.run_id = alert.run_id
where :?entity::text = 'person'
  and alert.district_id = :?districtId::int
  and (
    alert.id = :?id::bigint
    or (alert.kind = any('{possible re-key,possible adoption}'::text[]) and alert.clever_id = :?cleverId::text)
  )
order by alert.created_at
