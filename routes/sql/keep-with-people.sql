-- keep-with-people.sql: let roles and relations stay whose person is marked to stay.
--
-- In   districtId  our key of the district
--      verdict     held or protected: what marked rows are
-- Out  number of rows marked
--
-- A person stays with all roles, schools, classes and contacts: nobody stays half. Only a contact who stays for one child
-- does not keep the others.
with staying as materialized (
  select
    id,
    bool_or(entity = 'contact' and cause <> 'a row that stays hangs on it') as with_children
  from stage.change
  where district_id = :?districtId
    and entity in ('person', 'student', 'teacher', 'staff', 'district_admin', 'contact')
    and action = 'deactivate'
    and verdict = :?verdict
  group by id
)
update stage.change target set
  verdict = :?verdict,
  cause = 'hangs on a row that stays'
where target.district_id = :?districtId
  and target.action = 'deactivate'
  and target.verdict is null
  and (
    target.entity in ('person', 'student', 'teacher', 'staff', 'district_admin', 'contact')
    and target.id in (select id from staying)
    or target.entity = 'person_school' and target.a in (select id from staying)
    or target.entity = 'contact_student' and target.a in (select id from staying where with_children)
    or target.entity in ('contact_student', 'enrollment', 'teaching') and target.b in (select id from staying)
  )
