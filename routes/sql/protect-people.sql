-- protect-people.sql: protect the people whom guard.yaml lists from being deactivated.
--
-- In   districtId  our key of the district
--      people      their Clever ids, comma-separated
-- Out  number of rows protected
--
-- The person and all roles; what hangs on them follows (keep-with-people.sql).
update stage.change target set
  verdict = 'protected',
  cause = 'listed in guard.yaml'
where target.district_id = :?districtId
  and target.entity in ('person', 'student', 'teacher', 'staff', 'district_admin', 'contact')
  and target.action = 'deactivate'
  and target.id in (
    select id
    from galileo.person
    where district_id = :?districtId and clever_id = any (string_to_array(:?people, ','))
  )
