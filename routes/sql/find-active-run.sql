-- find-active-run.sql: say which run of a district is active.
--
-- In   district    Clever's id of the district
-- Out  one row: run_id, started_at; none when no run is active
select
  run.run_id,
  run.started_at
from sync.run run
join sync.connection connection on connection.district_id = run.district_id
where connection.clever_id = :?district and run.state = 'RUNNING'
