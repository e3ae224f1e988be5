-- save-probe-failure.sql: keep that Clever could not be asked about a district, and why.
--
-- In   district    Clever's id of the district
--      problem     why, in one sentence
--      errorClass  the class of the failure, as of a run
-- Out  number of rows inserted or updated, 0 for a district that is not here
--
-- What an earlier look found stays beside it.
insert into sync.probe (district_id, failed_at, problem, error_class)
select
  district_id,
  now(),
  :?problem::text,
  :?errorClass::text
from sync.connection
where clever_id = :?district
on conflict (district_id) do update set
  failed_at = excluded.failed_at,
  problem = excluded.problem,
  error_class = excluded.error_class
