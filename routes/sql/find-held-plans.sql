-- find-held-plans.sql: list the held plans that wait for a person.
--
-- In   nothing
-- Out  one row a plan: district, name, run_id, plan, held_at, rows, scopes (JSON)
select
  connection.clever_id as district,
  district.name,
  plan.run_id,
  plan.hash as plan,
  plan.created_at as held_at,
  plan.rows,
  run.report -> 'guard' -> 'scopes' as scopes
from sync.held_plan plan
join sync.connection connection on connection.district_id = plan.district_id
join sync.run run on run.district_id = plan.district_id and run.run_id = plan.run_id
left join galileo.district district on district.district_id = plan.district_id
where plan.state = 'open'
order by plan.created_at
