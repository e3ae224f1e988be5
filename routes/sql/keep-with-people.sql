-- keep-with-people.sql: let roles and relations stay whose person is marked to stay.
--
-- In   districtId  our key of the district
--      verdict     held or protected: what marked rows are
-- Out  number of rows marked
--
-- A person stays with all roles, schools, classes and contacts: half a person is of no use to anybody.
with staying as materialized (
  select distinct id
  from stage.change
  where district_id = :?districtId
    and entity in ('person', 'student', 'teacher', 'staff', 'district_admin', 'contact')
    and action = 'deactivate'
    and verdict = :?verdict
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
    or target.entity in ('person_school', 'contact_student') and target.a in (select id from staying)
    or target.entity in ('contact_student', 'enrollment', 'teaching') and target.b in (select id from staying)
  )
