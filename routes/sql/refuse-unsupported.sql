-- refuse-unsupported.sql: leave rows as they are whose person, role, class, school, term or course stays off.
--
-- In   districtId  our key of the district
-- Out  number of rows refused
--
-- Called twice: a role that stays off takes its classes with it. What goes back to another school, term or course is judged
-- by that one.
update stage.undo target set
  why = 'what it hangs on is switched off'
where target.district_id = :?districtId
  and target.why is null
  and (target.entity, target.id) in (
    select undo.entity, undo.id
    from stage.undo undo
    join sync.hangs_on hanging
      on hanging.district_id = undo.district_id and hanging.entity = undo.entity and hanging.id = undo.id
    cross join lateral (select undo.before -> (hanging.on_entity || '_id') as parent) back
    left join sync.undo_going going
      on going.district_id = undo.district_id and going.entity = undo.entity and going.id = undo.id
    join sync.standing support
      on support.district_id = hanging.district_id
      and support.entity = hanging.on_entity
      and support.id = case when back.parent is null then hanging.on_id else (back.parent #>> '{}')::bigint end
    left join sync.undo_going moving
      on moving.district_id = support.district_id and moving.entity = support.entity and moving.id = support.id
    where undo.district_id = :?districtId
      and undo.why is null
      and coalesce(going.active, hanging.active)
      and (going.active or back.parent is not null)
      and not coalesce(moving.active, support.active)
  )
