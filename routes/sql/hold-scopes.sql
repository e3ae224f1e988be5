-- hold-scopes.sql: hold the deactivations of the scopes that tripped.
--
-- In   districtId  our key of the district
-- Out  number of rows held
--
-- All of a scope: a withdrawn school goes in the rollover window too, when some of its students may leave.
update stage.change target set
  verdict = 'held',
  cause = 'too many leave at once'
where target.district_id = :?districtId
  and target.action = 'deactivate'
  and target.verdict is null
  and exists (
    select
    from stage.scope tripped
    where tripped.district_id = :?districtId
      and tripped.rule is not null
      and tripped.entity = target.entity
      and (tripped.whole or tripped.school_id = target.school_id)
  )
