-- find-closed-districts.sql: list the districts from which nobody may be in, and say up to when departures are known.
--
-- In   district  Clever's id of the district, or null for all
--      today     the date in the time zone of the schedule
-- Out  one row: until, districts (Clever ids with commas between; only those that ever had single sign-on)
--
-- A publication carries the moment of its beginning and is seen when it ends: departures are known up to the beginning of
-- the oldest transaction under way.
select
  least(
    now(),
    (
      select min(activity.xact_start)
      from pg_stat_activity activity
      where activity.datname = current_database()
        and activity.backend_type = 'client backend'
        and activity.pid <> pg_backend_pid()
    )
  ) as until,
  coalesce((
    select string_agg(connection.clever_id, ',' order by connection.clever_id)
    from sync.connection connection
    left join galileo.district published
      on published.district_id = connection.district_id
    where (:?district::text is null or connection.clever_id = :?district::text)
      and (
        not connection.sso
        or connection.disconnected_at is not null
        or connection.purged_at is not null
        or connection.accepted_at is not null
        or (connection.respect_launch_date and published.launch_date > :?today::date)
      )
      and exists (
        select
        from sync.decision decision
        where decision.district_id = connection.district_id and decision.kind = 'sso'
      )
  ), '') as districts
