-- keep-with-sections.sql: let enrollments and teaching stay whose class is marked to stay.
--
-- In   districtId  our key of the district
--      verdict     held or protected: what marked rows are
-- Out  number of rows marked
--
update stage.change target set
  verdict = :?verdict,
  cause = 'hangs on a row that stays'
where target.district_id = :?districtId
  and target.action = 'deactivate'
  and target.verdict is null
  and target.entity in ('enrollment', 'teaching')
  and target.a in (
    select id
    from stage.change
    where district_id = :?districtId and entity = 'section' and action = 'deactivate' and verdict = :?verdict
  )
