-- find-sign-in.sql: find whom Clever vouches for, and everything that stands against letting the person in.
--
-- In   cleverId  Clever's id of the person
--      district  Clever's id of the district
--      created   when Clever made the person, or null where it did not say
--      today     the date in the time zone of the schedule
-- Out  one row, whoever asks: district_id, district_unknown, disconnected, not_published, sso_off, not_started,
--      person_id, active, roles (active and allowed, the highest first, with commas between), only_contact;
--      of somebody who is not active also filtered, quarantined, held, newer (made after the newest snapshot was begun);
--      of somebody who is not known also next_run_at and time_zone (when the district is synchronised next; null when it is not)
--
-- By Clever id and district, never by e-mail or SIS id. A held re-key has no new Clever id here: who is not in the roster
-- while one is held may be that person. Somebody whom a rollback switched off waits for the release: by changed_at, since a
-- rollback puts an old deactivated_at back.
select
  connection.district_id,
  connection.district_id is null as district_unknown,
  coalesce(connection.disconnected_at, connection.purged_at) is not null as disconnected,
  published.district_id is null or connection.accepted_at is not null as not_published,
  connection.sso is not true as sso_off,
  coalesce(connection.respect_launch_date and published.launch_date > :?today::date, false) as not_started,
  person.id as person_id,
  coalesce(person.active, false) as active,
  coalesce(may.roles, '') as roles,
  coalesce(may.has_none, true) and exists (
    select
    from galileo.contact contact
    where contact.district_id = person.district_id and contact.id = person.id and contact.active
  ) as only_contact,
  exists (
    select
    from sync.filtered_id filtered
    where person.active is not true
      and filtered.district_id = connection.district_id
      and filtered.collection = 'users'
      and filtered.clever_id = asked.clever_id
  ) as filtered,
  exists (
    select
    from sync.quarantine quarantine
    where person.active is not true
      and quarantine.district_id = connection.district_id
      and quarantine.clever_id = asked.clever_id
      and quarantine.collection = 'users'
      and quarantine.run_id >= snapshot.run_id
  ) as quarantined,
  coalesce(
    case
      when person.active then false
      when person.id is null then
        connection.publish_hold_since is not null and (asked.created is null or asked.created > snapshot.started_at)
      else person.changed_at >= connection.publish_hold_since
    end, false
  ) or exists (
    select
    from sync.held_plan plan
    join sync.held_row held
      on held.district_id = plan.district_id and held.run_id = plan.run_id
    where person.id is null
      and plan.district_id = connection.district_id
      and plan.state = 'open'
      and held.entity = 'person'
      and held.action = 're-key'
      and (asked.created is null or asked.created <= snapshot.started_at)
  ) as held,
  person.id is null and coalesce(asked.created > snapshot.started_at, false) as newer,
  next_run.next_run_at,
  next_run.time_zone
from (
  select
    :?cleverId::text as clever_id,
    :?district::text as district,
    :?created::timestamptz as created
) asked
left join sync.connection connection
  on connection.clever_id = asked.district
left join galileo.district published
  on published.district_id = connection.district_id
left join galileo.person person
  on person.district_id = connection.district_id and person.clever_id = asked.clever_id
left join lateral (
  select
    string_agg(own.role, ',' order by own.rank) filter (where own.role = any (connection.sso_roles)) as roles,
    count(*) = 0 as has_none
  from sso.active_role own
  where own.district_id = person.district_id and own.id = person.id
) may on true
left join lateral (
  select
    run.run_id,
    run.started_at
  from sync.run run
  where person.active is not true
    and run.district_id = connection.district_id
    and run.published_at is not null
    and run.trigger not in ('rollback', 'purge', 'events')
  order by run.run_id desc
  limit 1
) snapshot on true
left join sync.next_run next_run
  on next_run.district_id = connection.district_id
  and person.id is null
