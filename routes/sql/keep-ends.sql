-- keep-ends.sql: let the people and classes stay that a relation marked to stay connects.
--
-- In   districtId  our key of the district
--      verdict     held or protected: what marked rows are
-- Out  number of rows marked
--
with staying as materialized (
  select
    entity,
    a,
    b
  from stage.change
  where district_id = :?districtId
    and entity in ('person_school', 'contact_student', 'enrollment', 'teaching')
    and action = 'deactivate'
    and verdict = :?verdict
)
update stage.change target set
  verdict = :?verdict,
  cause = 'a row that stays hangs on it'
where target.district_id = :?districtId
  and target.action = 'deactivate'
  and target.verdict is null
  and (
    target.entity = 'section' and target.id in (select a from staying where entity in ('enrollment', 'teaching'))
    or target.entity = 'student' and target.id in (select b from staying where entity in ('enrollment', 'contact_student'))
    or target.entity = 'teacher' and target.id in (select b from staying where entity = 'teaching')
    or target.entity = 'contact' and target.id in (select a from staying where entity = 'contact_student')
    or target.entity = 'person' and target.id in (select a from staying where entity = 'person_school')
  )
