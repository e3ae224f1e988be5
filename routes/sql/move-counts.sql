-- move-counts.sql: move the counts that guards ask for by what this events run changes.
--
-- In   districtId  our key of the district
-- Out  number of counts written
--
-- Before the changes are written. A class that moves to another school takes its enrollments and teaching along. Students' places
-- in schools are not counted (count-roster.sql). What a hand edits is seen by the next full run's count.
with moving as materialized (
  select 'student' as entity, planned.school_id as arrives, roster.school_id as leaves, 1 as rows
  from stage.change planned
  join galileo.student roster
    on roster.district_id = :?districtId and roster.id = planned.id and roster.origin = 'clever'
  where planned.district_id = :?districtId and planned.entity = 'student' and planned.action in ('update', 're-key')
  union all
  select 'teacher', planned.school_id, roster.school_id, 1
  from stage.change planned
  join galileo.teacher roster
    on roster.district_id = :?districtId and roster.id = planned.id and roster.origin = 'clever'
  where planned.district_id = :?districtId and planned.entity = 'teacher' and planned.action in ('update', 're-key')
  union all
  -- Staff count at the first of their schools.
  select 'staff', after.school_id, before.school_id, 1
  from (
    select distinct a as id
    from stage.change
    where district_id = :?districtId
      and entity = 'person_school'
      and action in ('create', 'reactivate', 'deactivate')
  ) mover
  join galileo.staff roster
    on roster.district_id = :?districtId and roster.id = mover.id and roster.origin = 'clever' and roster.active
  cross join lateral (
    select min(place.school_id) as school_id
    from galileo.person_school place
    where place.district_id = :?districtId and place.person_id = mover.id and place.active and place.origin = 'clever'
  ) before
  cross join lateral (
    select min(stays.school_id) as school_id
    from (
      select place.school_id
      from galileo.person_school place
      where place.district_id = :?districtId
        and place.person_id = mover.id
        and place.active
        and place.origin = 'clever'
        and not exists (
          select from stage.change ending
          where ending.district_id = :?districtId
            and ending.entity = 'person_school'
            and ending.action = 'deactivate'
            and ending.id = place.id
        )
      union all
      select planned.school_id
      from stage.change planned
      where planned.district_id = :?districtId
        and planned.entity = 'person_school'
        and planned.a = mover.id
        and planned.action in ('create', 'reactivate')
    ) stays
  ) after
  where not exists (
    select from stage.change leaver
    where leaver.district_id = :?districtId
      and leaver.entity = 'staff'
      and leaver.action = 'deactivate'
      and leaver.id = mover.id
  )
  union all
  select 'section', planned.school_id, roster.school_id, 1
  from stage.change planned
  join galileo.section roster
    on roster.district_id = :?districtId and roster.id = planned.id
  where planned.district_id = :?districtId and planned.entity = 'section' and planned.action = 'update'
  union all
  select 'enrollment', planned.school_id, section.school_id, 1
  from stage.change planned
  join galileo.section section
    on section.district_id = :?districtId and section.id = planned.id and section.school_id is distinct from planned.school_id
  join galileo.enrollment roster
    on roster.district_id = :?districtId and roster.section_id = section.id and roster.active_until is null
    and roster.origin = 'clever'
  where planned.district_id = :?districtId
    and planned.entity = 'section'
    and planned.action = 'update'
    and not exists (
      select from stage.change ending
      where ending.district_id = :?districtId
        and ending.entity = 'enrollment'
        and ending.action = 'deactivate'
        and ending.id = roster.id
    )
  union all
  select 'teaching', planned.school_id, section.school_id, 1
  from stage.change planned
  join galileo.section section
    on section.district_id = :?districtId and section.id = planned.id and section.school_id is distinct from planned.school_id
  join galileo.teaching roster
    on roster.district_id = :?districtId and roster.section_id = section.id and roster.active_until is null
    and roster.origin = 'clever'
  where planned.district_id = :?districtId
    and planned.entity = 'section'
    and planned.action = 'update'
    and not exists (
      select from stage.change ending
      where ending.district_id = :?districtId
        and ending.entity = 'teaching'
        and ending.action = 'deactivate'
        and ending.id = roster.id
    )
),
moved as (
  select
    planned.entity,
    -- Planned with its own id, a school counts in the district only.
    case when planned.entity <> 'school' then planned.school_id end as school_id,
    case when planned.action = 'deactivate' then -1 else 1 end as rows
  from stage.change planned
  where planned.district_id = :?districtId
    and planned.action in ('create', 'reactivate', 'adopt', 'deactivate')
    and planned.entity not in ('person', 'term', 'course')
    and not (planned.entity = 'person_school' and (
      exists (
        select from galileo.student student
        where student.district_id = :?districtId and student.id = planned.a and student.origin = 'clever' and student.active
        offset 0
      )
      or exists (
        select from stage.reference newcomer
        where newcomer.district_id = :?districtId
          and newcomer.entity = 'person'
          and newcomer.id = planned.a
          and newcomer.kind = 'student'
      )
    ))
  union all
  select entity, arrives, rows from moving where arrives is distinct from leaves
  union all
  select entity, leaves, -rows from moving where arrives is distinct from leaves
)
insert into sync.active_count as target (district_id, entity, school_id, active)
select :?districtId::int, entity, school_id, sum(rows)
from (
  select entity, school_id, rows from moved where school_id is not null
  union all
  select entity, 0, rows from moved
) by_school
group by entity, school_id
on conflict (district_id, entity, school_id) do update set
  active = greatest(0, target.active + excluded.active)
