-- sum-scopes.sql: add the scope of the whole district to those of its schools, for the guard.
--
-- In   districtId  our key of the district
--      emptied     so many rows may not go when the scope's last one is among them
-- Out  number of scopes added to stage.scope, one an entity
--
-- What a school's own scope holds does not count in the district's share again: departures elsewhere are judged by
-- themselves. Whether the district loses its last row is judged by all of them.
insert into stage.scope (district_id, entity, school_id, whole, active, recent, leaving, gone, rule)
select
  district_id,
  entity,
  null,
  true,
  sum(active),
  sum(recent),
  coalesce(sum(leaving) filter (where rule is null), 0),
  coalesce(sum(gone) filter (where rule is null), 0),
  case
    when sum(active) = sum(leaving) and sum(gone) >= :?emptied and bool_or(rule is null and leaving > 0) and not exists (
      select
      from stage.change arriving
      where arriving.district_id = :?districtId
        and arriving.entity = scope.entity
        and arriving.action in ('create', 'reactivate')
    ) then 'emptied'
  end
from stage.scope
where district_id = :?districtId
group by district_id, entity
