-- end-sessions.sql: end the sessions of a district's people who may not be in any more.
--
-- In   districtId  our key of the district
-- Out  number of sessions ended
--
-- Inside the transaction that took the right away, and near its end: who asks with such a session waits for it. A login that
-- looked before that transaction ended is refused at its hand-off, which looks again.
delete from sso.spring_session session
where split_part(session.principal_name, ':', 1) = :?districtId::text
  and not exists (
    select
    from sync.connection connection
    join galileo.person person
      on person.district_id = connection.district_id and person.active
    join sso.active_role own
      on own.district_id = person.district_id
      and own.id = person.id
      and own.role = any (connection.sso_roles)
    where connection.district_id = :?districtId::int
      and connection.sso
      and connection.disconnected_at is null
      and connection.purged_at is null
      and session.principal_name = concat(person.district_id, ':', person.id)
  )
