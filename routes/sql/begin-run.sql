-- begin-run.sql: begin a run of a district, unless one is active.
--
-- In   district    Clever's id of the district
--      trigger     who started it: schedule or command
--      dryRun      whether it only plans
--      apiVersion  version of Clever's API
-- Out  one row: district_id, run_id, epoch; none when a run of the district is active, or it has left
--
-- The unique index run_one_active decides between two that start at the same moment.
with begun as (
  insert into sync.run (district_id, epoch, trigger, dry_run, api_version)
  select
    district_id,
    nextval('sync.epoch_seq'),
    :?trigger,
    :?dryRun,
    :?apiVersion
  from sync.connection
  where clever_id = :?district
    and disconnected_at is null
    and purged_at is null
  on conflict (district_id) where state = 'RUNNING' do nothing
  returning district_id, run_id, epoch
)
update sync.connection target set
  epoch = begun.epoch
from begun
where target.district_id = begun.district_id
returning target.district_id, begun.run_id, begun.epoch
