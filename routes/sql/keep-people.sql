-- keep-people.sql: let the person stay whose role is marked to stay.
--
-- In   districtId  our key of the district
--      verdict     held or protected: what marked rows are
-- Out  number of rows marked
--
update stage.change target set
  verdict = :?verdict,
  cause = 'a row that stays hangs on it'
where target.district_id = :?districtId
  and target.action = 'deactivate'
  and target.verdict is null
  and target.entity = 'person'
  and target.id in (
    select id
    from stage.change
    where district_id = :?districtId
      and entity in ('student', 'teacher', 'staff', 'district_admin', 'contact')
      and action = 'deactivate'
      and verdict = :?verdict
  )
