-- plan-school.sql: plan what makes the roster's school rows equal to the snapshot's, column by column.
--
-- In   districtId  our key of the district
-- Out  number of rows planned in stage.change: create, update, reactivate and the like
--
-- Compares values, not hashes or dates, so that a row edited by hand is put back. Plans no deactivation.
with differing as materialized (
  select wanted.id
  from stage.school_wanted wanted
  left join stage.school_current current
    on current.district_id = wanted.district_id and current.id = wanted.id
  where wanted.district_id = :?districtId
    and row(wanted.*) is distinct from row(current.*)
)
insert into stage.change (district_id, entity, action, id, school_id)
select
  :?districtId,
  'school',
  case
    when known.id is null then 'create'
    when not known.active then 'reactivate'
    else 'update'
  end,
  differing.id,
  differing.id
from differing
left join galileo.school known
  on known.district_id = :?districtId and known.id = differing.id
