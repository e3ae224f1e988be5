-- plan-section.sql: plan what makes the roster's section rows equal to the snapshot's, column by column.
--
-- In   districtId  our key of the district
-- Out  number of rows planned in stage.change: create, update, reactivate and the like
--
-- Compares values, not hashes or dates, so that a row edited by hand is put back. Plans no deactivation.
with differing as materialized (
  select
    wanted.id,
    wanted.school_id
  from stage.section_wanted wanted
  left join stage.section_current current
    on current.district_id = wanted.district_id and current.id = wanted.id
  where wanted.district_id = :?districtId
    and row(wanted.*) is distinct from row(current.*)
)
insert into stage.change (district_id, entity, action, id, school_id)
select
  :?districtId,
  'section',
  case
    when known.id is null then 'create'
    when not known.active then 'reactivate'
    else 'update'
  end,
  differing.id,
  differing.school_id
from differing
left join galileo.section known
  on known.district_id = :?districtId and known.id = differing.id
