-- keep-with-sections.sql: let enrollments and teaching stay whose class is marked to stay.
--
-- In   districtId  our key of the district
--      verdict     held or protected: what marked rows are
-- Out  number of rows marked
--
-- A class that stays because one student needs it lets the others go, but not its teachers.
with staying as materialized (
  select
    id,
    cause <> 'a row that stays hangs on it' as with_students
  from stage.change
  where district_id = :?districtId
    and entity = 'section'
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
    target.entity = 'teaching' and target.a in (select id from staying)
    or target.entity = 'enrollment' and target.a in (select id from staying where with_students)
  )
