-- begin-run.sql: begin a run of a district, unless one is active.
--
-- In   district    Clever's id of the district
--      trigger     who started it: schedule or command
--      dryRun      whether it only plans
--      apiVersion  version of Clever's API
--      approvedRun the run whose held plan a person approved, or null
--      by          that person, or null
-- Out  one row: district_id, run_id, epoch, claims, published, approves, approved_by,
--      approved_hash; none when a
--      run of the district is active, or it has left or is declined
--
-- The unique index run_one_active decides between two that start at the same moment.
with begun as (
  insert into sync.run (district_id, epoch, trigger, dry_run, api_version, approves, approved_by)
  select
    district_id,
    nextval('sync.epoch_seq'),
    :?trigger,
    :?dryRun,
    :?apiVersion,
    :?approvedRun::bigint,
    :?by::text
  from sync.connection
  where clever_id = :?district
    and disconnected_at is null
    and purged_at is null
    and onboarding <> 'declined'
  on conflict (district_id) where state = 'RUNNING' do nothing
  returning district_id, run_id, epoch, claims, approves, approved_by
)
update sync.connection target set
  epoch = begun.epoch
from begun
where target.district_id = begun.district_id
returning
  target.district_id,
  begun.run_id,
  begun.epoch,
  begun.claims,
  begun.approves,
  begun.approved_by,
  (
    select plan.hash
    from sync.held_plan plan
    where plan.district_id = begun.district_id and plan.run_id = begun.approves
  ) as approved_hash,
  false as published
