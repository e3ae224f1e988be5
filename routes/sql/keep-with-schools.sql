-- keep-with-schools.sql: let people and classes stay whose school is marked to stay.
--
-- In   districtId  our key of the district
--      verdict     held or protected: what marked rows are
-- Out  number of rows marked
--
-- First of the statements that follow what hangs on a marked row; keep-with-people.sql and keep-with-sections.sql go on.
update stage.change target set
  verdict = :?verdict,
  cause = 'hangs on a row that stays'
where target.district_id = :?districtId
  and target.action = 'deactivate'
  and target.verdict is null
  and target.entity in ('student', 'teacher', 'staff', 'section', 'person_school')
  and target.school_id in (
    select id
    from stage.change
    where district_id = :?districtId and entity = 'school' and action = 'deactivate' and verdict = :?verdict
  )
