-- find-run-to-undo.sql: hold the district of a run that is to be undone, for the rest of this transaction.
--
-- In   undoes  the run
-- Out  one row: district_id, district, epoch; none when there is no such run
--
-- Runs of the district wait, or are found active. Look at the run itself afterwards (judge-run-to-undo.sql): it must see
-- what another rollback committed while this one waited.
select
  connection.district_id,
  connection.clever_id as district,
  connection.epoch
from sync.connection connection
join sync.run run on run.district_id = connection.district_id
where run.run_id = :?undoes::bigint
for update of connection
