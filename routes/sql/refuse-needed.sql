-- refuse-needed.sql: leave rows as they are on which something hangs that stays.
--
-- In   districtId  our key of the district
-- Out  number of rows refused
--
-- Somebody who has classes of a later run is not switched off under them. Called twice: a role that stays keeps its
-- person. What goes back to another school, term or course does not need this one.
update stage.undo target set
  why = 'something that stays hangs on it'
where target.district_id = :?districtId
  and target.why is null
  and (target.entity, target.id) in (
    select going.entity, going.id
    from sync.undo_going going
    join sync.hangs_on hanging
      on hanging.district_id = going.district_id and hanging.on_entity = going.entity and hanging.on_id = going.id
    left join sync.undo_going moving
      on moving.district_id = hanging.district_id and moving.entity = hanging.entity and moving.id = hanging.id
    left join stage.undo elsewhere
      on elsewhere.district_id = hanging.district_id
      and elsewhere.entity = hanging.entity
      and elsewhere.id = hanging.id
      and elsewhere.why is null
      and elsewhere.before -> (hanging.on_entity || '_id') is not null
    where going.district_id = :?districtId
      and not going.active
      and coalesce(moving.active, hanging.active)
      and elsewhere.id is null
  )
