-- refuse-unsupported.sql: leave rows switched off whose person, role, class or school stays off.
--
-- In   districtId  our key of the district
-- Out  number of rows refused
--
-- Called twice: a role that stays off takes its classes with it.
update stage.undo target set
  why = 'what it hangs on is switched off'
where target.district_id = :?districtId
  and target.why is null
  and (target.entity, target.id) in (
    select going.entity, going.id
    from sync.undo_going going
    join sync.hangs_on hanging
      on hanging.district_id = going.district_id and hanging.entity = going.entity and hanging.id = going.id
    join sync.standing support
      on support.district_id = hanging.district_id
      and support.entity = hanging.on_entity
      and support.id = hanging.on_id
    left join sync.undo_going moving
      on moving.district_id = support.district_id and moving.entity = support.entity and moving.id = support.id
    where going.district_id = :?districtId
      and going.active
      and not coalesce(moving.active, support.active)
  )
