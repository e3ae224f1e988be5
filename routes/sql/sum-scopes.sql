-- sum-scopes.sql: add the scope of the whole district to those of its schools, for the guard.
--
-- In   districtId  our key of the district
-- Out  number of scopes added to stage.scope, one an entity
--
-- What a school's own scope holds does not count in the district again: the departures elsewhere are judged by themselves.
insert into stage.scope (district_id, entity, school_id, whole, active, recent, leaving, gone)
select
  district_id,
  entity,
  null,
  true,
  sum(active),
  sum(recent),
  coalesce(sum(leaving) filter (where rule is null), 0),
  coalesce(sum(gone) filter (where rule is null), 0)
from stage.scope
where district_id = :?districtId
group by district_id, entity
