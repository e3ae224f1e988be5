-- begin-run.sql: begin a run of a district, unless one is active.
--
-- In   district    Clever's id of the district
--      trigger     who started it: schedule or command
--      dryRun      whether it only plans
--      apiVersion  version of Clever's API
-- Out  one row: district_id, run_id, epoch; none when a run of the district is active
--
-- The unique index run_one_active decides between two that start at the same moment.
with connection as (
  update sync.connection set
    epoch = epoch + 1
  where clever_id = :?district
  returning district_id, epoch
)
insert into sync.run (district_id, epoch, trigger, dry_run, api_version)
select
  district_id,
  epoch,
  :?trigger,
  :?dryRun,
  :?apiVersion
from connection
on conflict (district_id) where state = 'RUNNING' do nothing
returning district_id, run_id, epoch
