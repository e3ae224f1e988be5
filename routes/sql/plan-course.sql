-- plan-course.sql: plan what makes the roster's course rows equal to the snapshot's, column by column.
--
-- In   districtId  our key of the district
-- Out  number of rows planned in stage.change: create, update, reactivate and the like
--
-- Compares values, not hashes or dates, so that a row edited by hand is put back. Plans no deactivation.
with differing as materialized (
  select wanted.id
  from stage.course_wanted wanted
  left join stage.course_current current
    on current.district_id = wanted.district_id and current.id = wanted.id
  where wanted.district_id = :?districtId
    and row(wanted.*) is distinct from row(current.*)
)
insert into stage.change (district_id, entity, action, id)
select
  :?districtId,
  'course',
  case
    when self.how = 're-key' then 're-key'
    when known.id is null then 'create'
    when not known.active then 'reactivate'
    else 'update'
  end,
  differing.id
from differing
left join galileo.course known
  on known.district_id = :?districtId and known.id = differing.id
join stage.reference self
  on self.district_id = :?districtId and self.entity = 'course' and self.id = differing.id
