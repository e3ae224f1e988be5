-- refuse-edited.sql: leave rows alone that no longer hold what the run left, or are gone.
--
-- In   districtId  our key of the district
-- Out  number of rows refused
update stage.undo target set
  why = case when look.untouched is null then 'it is gone' else 'it was edited since' end
from stage.undo undo
left join sync.undo_row look
  on look.district_id = undo.district_id and look.entity = undo.entity and look.id = undo.id
where undo.district_id = :?districtId
  and undo.why is null
  and look.untouched is not true
  and target.district_id = undo.district_id
  and target.entity = undo.entity
  and target.id = undo.id
