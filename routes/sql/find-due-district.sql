-- find-due-district.sql: say what there is to know about a district when its trigger fires.
--
-- In   district     Clever's id of the district
--      firedFor     the moment of the schedule
--      staleAfter   seconds without a heartbeat after which a run counts as dead
--      defaultCron  SYNC_CRON, blank for none
--      zones        time zones of the states, a JSON object
--      defaultZone  SYNC_TIME_ZONE
-- Out  one row: on_schedule, cron, time_zone, misfire, blackouts, made (a run for this moment was begun),
--      trigger_since (when its schedule became what it is), dry_run_active, run_active,
--      last_sync (Clever's, of the newest snapshot that was published; null before the first); none for a district unknown here
select
  schedule.on_schedule,
  schedule.cron,
  schedule.time_zone,
  schedule.misfire,
  schedule.blackouts,
  exists (
    select
    from sync.run run
    where run.district_id = schedule.district_id
      and run.fired_for = :?firedFor::timestamptz
  ) as made,
  (
    select to_timestamp(trigger.start_time / 1000.0)
    from sync.qrtz_triggers trigger
    where trigger.sched_name = 'galileo-districts'
      and trigger.trigger_group = 'district'
      and trigger.trigger_name = schedule.clever_id
  ) as trigger_since,
  exists (
    select
    from sync.run run
    where run.district_id = schedule.district_id
      and run.state = 'RUNNING'
      and run.dry_run
      and run.heartbeat_at >= now() - make_interval(secs => :?staleAfter)
  ) as dry_run_active,
  exists (
    select
    from sync.run run
    where run.district_id = schedule.district_id
      and run.state = 'RUNNING'
      and run.trigger <> 'events'
      and not run.dry_run
  ) as run_active,
  (
    select run.last_sync
    from sync.run run
    where run.district_id = schedule.district_id
      and run.published_at is not null
      and run.trigger not in ('rollback', 'purge', 'events')
    order by run.run_id desc
    limit 1
  ) as last_sync
from sync.schedules(:?defaultCron, :?zones::jsonb, :?defaultZone) schedule
where schedule.clever_id = :?district
