-- end-sessions.sql: end the sessions of a district's people who may not be in any more.
--
-- In   districtId  our key of the district
--      today       the date in the time zone of the schedule
-- Out  number of sessions ended
--
-- Inside the transaction that took the right away, and near its end: who asks with such a session waits for it. A login that
-- looked before that transaction ended is refused at its hand-off, which looks again.
--
-- Sessions are read by their index (';' follows ':'), and each one's person by its key: the select with offset stays a look a
-- session, where a join would read the whole district. Expired ones are left to who sweeps them, so that the two never wait for
-- each other.
delete from sso.spring_session session
where session.principal_name >= :?districtId::text || ':'
  and session.principal_name < :?districtId::text || ';'
  and session.expiry_time > extract(epoch from now()) * 1000
  and not exists (
    select
    from sync.connection connection
    join galileo.district published
      on published.district_id = connection.district_id
    join galileo.person person
      on person.district_id = :?districtId::int
      and person.id = case
        when split_part(session.principal_name, ':', 2) ~ '^[0-9]{1,18}$'
          then split_part(session.principal_name, ':', 2)::bigint
      end
    join sso.active_role own
      on own.district_id = :?districtId::int
      and own.id = person.id
      and own.role = any (connection.sso_roles)
    where connection.district_id = :?districtId::int
      and connection.sso
      and connection.disconnected_at is null
      and connection.purged_at is null
      and connection.accepted_at is null
      and not coalesce(connection.respect_launch_date and published.launch_date > :?today::date, false)
      and person.active
    offset 0
  )
