-- refuse-half-adoptions.sql: leave a person and the roles adopted with it together.
--
-- In   districtId  our key of the district
-- Out  number of rows refused
--
-- A person of the SIS with a role made by hand, or the other way round, would be nobody's.
update stage.undo target set
  why = 'its person or role stays as it is'
where target.district_id = :?districtId
  and target.why is null
  and target.before -> 'origin' is not null
  and target.id in (
    select id
    from stage.undo
    where district_id = :?districtId
      and why is not null
      and before -> 'origin' is not null
  )
