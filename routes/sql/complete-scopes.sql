-- complete-scopes.sql: tell the guard how many rows stay, in a run that follows events and has looked only at what goes.
--
-- In   districtId  our key of the district
--      runId       the run
-- Out  number of scopes written
--
-- From the counts that full runs make and events runs move (sync.active_count), without what is marked to stay. Each entity gets
-- one more scope without a school for the rest of the district. Students' places in schools count only when they lose every one.
with counted as materialized (
  select
    scope.entity,
    scope.school_id,
    greatest(
      scope.active,
      coalesce(kept.active, 0)
        - (
          select count(*)
          from stage.change marked
          where marked.district_id = :?districtId
            and marked.entity = scope.entity
            and marked.action = 'deactivate'
            and marked.verdict is not null
            and marked.school_id = scope.school_id
        )
        + case when scope.entity = 'person_school' then (
          select count(*)
          from stage.change losing
          join galileo.student student
            on student.district_id = :?districtId and student.id = losing.a and student.origin = 'clever' and student.active
          where losing.district_id = :?districtId
            and losing.entity = 'person_school'
            and losing.action = 'deactivate'
            and losing.verdict is null
            and losing.school_id = scope.school_id
            and exists (
              select from stage.change every_school
              where every_school.district_id = :?districtId
                and every_school.entity = 'student'
                and every_school.action = 'update'
                and every_school.id = losing.a
                and every_school.school_id is null
            )
        ) else 0 end
    ) as active
  from stage.scope scope
  left join sync.active_count kept
    on kept.district_id = :?districtId and kept.entity = scope.entity and kept.school_id = scope.school_id
  where scope.district_id = :?districtId and scope.school_id is not null
),
of_schools as (
  update stage.scope target set
    active = counted.active
  from counted
  where target.district_id = :?districtId
    and target.entity = counted.entity
    and target.school_id = counted.school_id
)
insert into stage.scope (district_id, entity, school_id, active, recent, leaving, gone)
select
  :?districtId,
  scope.entity,
  null,
  greatest(0, coalesce(max(whole.active), 0) - (
    select count(*)
    from stage.change marked
    where marked.district_id = :?districtId
      and marked.entity = scope.entity
      and marked.action = 'deactivate'
      and marked.verdict is not null
  ) - sum(case when scope.school_id is null then scope.active else counted.active end)),
  0,
  0,
  0
from stage.scope scope
left join counted
  on counted.entity = scope.entity and counted.school_id = scope.school_id
left join sync.active_count whole
  on whole.district_id = :?districtId and whole.entity = scope.entity and whole.school_id = 0
where scope.district_id = :?districtId
group by scope.entity
