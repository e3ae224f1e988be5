-- tell-decisions.sql: tell what people decided about runs of a story, and about its district.
--
-- In   districtId  our key of the district
--      runs        the runs, as {1,2,3}
-- Out  rows in order of time: at, run_id, kind, decided_by, outcome
select
  decided_at as at,
  run_id,
  kind,
  decided_by,
  outcome
from sync.decision
where district_id = :?districtId::int
  and (run_id is null or run_id = any(:?runs::bigint[]))
order by decided_at, decision_id
