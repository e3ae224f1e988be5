-- Each district has a schedule of its own: one Quartz trigger, in its own time zone. What Quartz fires runs once.
alter table sync.connection
  add column cron text,
  add column time_zone text,
  add column misfire text not null default 'fire',
  add column us_state text,
  add constraint connection_misfire_is_known check (misfire in ('fire', 'skip'));
comment on column sync.connection.cron is 'When it is synchronised, as a Quartz cron expression; null: as SYNC_CRON says, else between one and four at night.';
comment on column sync.connection.time_zone is 'The time zone of its schedule, set by hand; null: that of its state, else SYNC_TIME_ZONE.';
comment on column sync.connection.misfire is 'What comes of a run that could not begin in time: fire (made up for, once) or skip.';
comment on column sync.connection.us_state is 'Where most of its schools are, in Clever''s two letters; as the last walk read it.';

create table sync.blackout (
  district_id integer not null,
  first_day date not null,
  last_day date not null,
  constraint blackout_pk primary key (district_id, first_day),
  constraint blackout_ends_after_it_begins check (first_day <= last_day),
  -- Two ranges, so that no extension is needed for an equal district.
  constraint blackouts_do_not_overlap exclude using gist (
    int4range(district_id, district_id, '[]') with &&,
    daterange(first_day, last_day, '[]') with &&)
);
comment on table sync.blackout is 'Days of a district''s own calendar on which its schedule begins no run.';

alter table sync.run
  add column fired_for timestamptz,
  add column waited_seconds integer,
  add column not_fresh boolean not null default false,
  add column parked_until timestamptz;
comment on column sync.run.fired_for is 'The moment of the schedule that this run is for; null when a person started it. No moment of a district has two runs.';
comment on column sync.run.waited_seconds is 'How long its beginning waited for Clever to sync the district; null when it did not.';
comment on column sync.run.not_fresh is 'It began although Clever had nothing newer than our last snapshot: the wait was over.';
comment on column sync.run.parked_until is 'Clever asked us to wait until then, and no thread waits with it; its heartbeat is set so that it counts as silent from then on.';
create unique index run_fired_once on sync.run (district_id, fired_for) where fired_for is not null;

comment on column sync.decision.kind is 'approve, reject, rollback, hold, release, disconnect, purge, accept, decline, pause, resume, sso or schedule; a disconnect may be by the poll.';

create view sync.schedule as
select
  connection.district_id,
  connection.clever_id,
  connection.onboarding,
  connection.onboarding = 'scheduled'
    and connection.paused_at is null
    and connection.disconnected_at is null
    and connection.purged_at is null
    -- Its token came to be for sign-on only: nothing can be read.
    and connection.rostering is not false as on_schedule,
  connection.cron,
  concat_ws(' ', spread.second % 60, spread.second / 60 % 60, 1 + spread.second / 3600, '* * ?') as spread_cron,
  connection.time_zone,
  connection.us_state,
  connection.misfire,
  (
    select string_agg(
      to_char(blackout.first_day, 'YYYY-MM-DD') || '..' || to_char(blackout.last_day, 'YYYY-MM-DD'),
      ' ' order by blackout.first_day)
    from sync.blackout
    where blackout.district_id = connection.district_id
  ) as blackouts
from sync.connection
-- A second between one and four at night: the same on every machine and in every version.
cross join lateral (
  select ('x' || substr(md5(connection.clever_id), 1, 7))::bit(28)::integer % 10800 as second
) spread;
comment on view sync.schedule is 'What is known of each district''s schedule, and whether it is on: taken on, not paused, not gone, its roster open to us.';

-- Own setting, else that for all, else the default: said once, for whoever reconciles, fires, shows or counts.
create function sync.schedules(default_cron text, zones jsonb, default_zone text)
  returns table (
    district_id integer,
    clever_id text,
    onboarding text,
    on_schedule boolean,
    cron text,
    cron_from text,
    time_zone text,
    time_zone_from text,
    us_state text,
    misfire text,
    blackouts text
  )
  language sql stable
as $$
  select
    own.district_id,
    own.clever_id,
    own.onboarding,
    own.on_schedule,
    coalesce(own.cron, nullif(default_cron, ''), own.spread_cron),
    case
      when own.cron is not null then 'district'
      when default_cron <> '' then 'SYNC_CRON'
      else 'default'
    end,
    coalesce(own.time_zone, zones ->> own.us_state, default_zone),
    case
      when own.time_zone is not null then 'district'
      when zones ->> own.us_state is not null then 'state'
      else 'SYNC_TIME_ZONE'
    end,
    own.us_state,
    own.misfire,
    own.blackouts
  from sync.schedule own
$$;

-- Triggers of districts lie in a scheduler of their own, beside that of the housekeeping.
create view sync.next_run as
select
  connection.district_id,
  connection.clever_id,
  (
    select to_timestamp(min(trigger.next_fire_time) / 1000.0)
    from sync.qrtz_triggers trigger
    where trigger.sched_name = 'galileo-districts'
      and trigger.trigger_name = connection.clever_id
      and trigger.trigger_group in ('district', 'district-again')
      and trigger.next_fire_time > 0
  ) as next_run_at,
  (
    select trigger.str_prop_2
    from sync.qrtz_simprop_triggers trigger
    where trigger.sched_name = 'galileo-districts'
      and trigger.trigger_name = connection.clever_id
      and trigger.trigger_group = 'district'
  ) as time_zone
from sync.schedule connection
where connection.on_schedule;
comment on view sync.next_run is 'When Quartz fires next for each district that is on schedule, a wait for Clever included, and in which time zone its schedule is.';

-- The one trigger for all districts that there was until now. What an older node still runs comes to its end.
delete from sync.qrtz_cron_triggers where trigger_name = 'nightly' and trigger_group = 'district-sync';
delete from sync.qrtz_simple_triggers where (sched_name, trigger_name, trigger_group) in (
  select sched_name, trigger_name, trigger_group from sync.qrtz_triggers
  where job_name = 'nightly' and job_group = 'district-sync');
delete from sync.qrtz_triggers where job_name = 'nightly' and job_group = 'district-sync';
delete from sync.qrtz_job_details where job_name = 'nightly' and job_group = 'district-sync';
