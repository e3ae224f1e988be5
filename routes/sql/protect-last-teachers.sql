-- protect-last-teachers.sql: protect the teaching whose end would leave an active class without any teacher.
--
-- In   districtId  our key of the district
-- Out  number of rows protected
--
-- Classes that close themselves do not count, nor those that get another teacher in this run.
update stage.change target set
  verdict = 'protected',
  cause = 'last teacher of an active class'
where target.district_id = :?districtId
  and target.entity = 'teaching'
  and target.action = 'deactivate'
  and target.a in (
    select id
    from galileo.section
    where district_id = :?districtId and active
  )
  and target.a not in (
    select id
    from stage.change
    where district_id = :?districtId and entity = 'section' and action = 'deactivate' and verdict is null
  )
  and target.a not in (
    select a
    from stage.change
    where district_id = :?districtId and entity = 'teaching' and action = 'create'
  )
  and not exists (
    select
    from galileo.teaching roster
    left join stage.change ending
      on ending.district_id = :?districtId
      and ending.entity = 'teaching'
      and ending.action = 'deactivate'
      and ending.id = roster.id
    where roster.district_id = :?districtId
      and roster.section_id = target.a
      and roster.active_until is null
      and ending.id is null
  )
