-- hold-schools.sql: hold the schools that would go together with too many of their people or classes.
--
-- In   districtId  our key of the district
-- Out  number of schools held
update stage.change target set
  verdict = 'held',
  cause = 'too many leave at once'
where target.district_id = :?districtId
  and target.entity = 'school'
  and target.action = 'deactivate'
  and target.verdict is null
  and target.id in (
    select school_id
    from stage.scope
    where district_id = :?districtId and rule is not null and school_id is not null
  )
