-- begin-run.sql: begin a run of a district, unless one is active.
--
-- In   district    Clever's id of the district
--      trigger     who started it: schedule or command
--      dryRun      whether it only plans
--      apiVersion  version of Clever's API
--      approvedRun the run whose held plan a person approved, or null
--      by          that person, or null
--      firedFor    the moment of the schedule, or null
--      waitedSeconds  how long its beginning waited for Clever, or null
--      notFresh    whether that was in vain
-- Out  one row: district_id, run_id, epoch, claims, published, approves, approved_by,
--      approved_hash, waited_seconds, not_fresh; none when a
--      run of the district is active, it has left or is declined, or a run for this moment was begun before
--
-- The unique indexes run_one_active and run_fired_once decide between two that start at the same moment.
with begun as (
  insert into sync.run (district_id, epoch, trigger, dry_run, api_version, approves, approved_by, fired_for, waited_seconds, not_fresh)
  select
    district_id,
    nextval('sync.epoch_seq'),
    :?trigger,
    :?dryRun,
    :?apiVersion,
    :?approvedRun::bigint,
    :?by::text,
    :?firedFor::timestamptz,
    :?waitedSeconds::integer,
    coalesce(:?notFresh::boolean, false)
  from sync.connection
  where clever_id = :?district
    and disconnected_at is null
    and purged_at is null
    and onboarding <> 'declined'
  on conflict do nothing
  returning district_id, run_id, epoch, claims, approves, approved_by, waited_seconds, not_fresh
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
  begun.waited_seconds,
  begun.not_fresh,
  (
    select plan.hash
    from sync.held_plan plan
    where plan.district_id = begun.district_id and plan.run_id = begun.approves
  ) as approved_hash,
  false as published
