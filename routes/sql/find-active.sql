-- find-active.sql: say of each id whether that person may be in now, and in which roles.
--
-- In   ids       Clever ids or our ids of people, with commas between
--      district  Clever's id of the district, or null to look in all
--      today     the date in the time zone of the schedule
-- Out  one row an id, in their order: id, active, roles (active and allowed, the highest first, with commas between)
--
-- An id that is not there is not active; one of ours that several districts have is active if it is in all of them.
select
  asked.id,
  coalesce(bool_and(found.roles is not null), false) as active,
  coalesce(min(found.roles), '') as roles
from unnest(string_to_array(:?ids::text, ',')) with ordinality asked (id, place)
left join lateral (
  select (
    select string_agg(own.role, ',' order by own.rank)
    from sso.active_role own
    where person.active
      and connection.sso
      and connection.disconnected_at is null
      and connection.purged_at is null
      and connection.accepted_at is null
      and not coalesce(connection.respect_launch_date and published.launch_date > :?today::date, false)
      and own.district_id = person.district_id
      and own.id = person.id
      and own.role = any (connection.sso_roles)
  ) as roles
  from sync.connection connection
  join galileo.district published
    on published.district_id = connection.district_id
  cross join lateral (
    select district_id, id, active
    from galileo.person
    where district_id = connection.district_id and clever_id = asked.id
    union all
    select district_id, id, active
    from galileo.person
    where district_id = connection.district_id
      and id = case when length(asked.id) < 24 then asked.id::bigint end
  ) person
  where :?district::text is null or connection.clever_id = :?district::text
) found on true
group by asked.place, asked.id
order by asked.place
