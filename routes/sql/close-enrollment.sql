-- close-enrollment.sql: end the enrollment intervals whose end is planned; what happened before stays tied to them.
--
-- In   districtId  our key of the district
-- Out  number of intervals closed
--
-- An interval that somebody let begin in the future ends as it begins. Running it twice changes nothing the second time.
update galileo.enrollment target set
  active_until = greatest(now(), target.active_from)
from stage.change change
where change.district_id = :?districtId
  and change.entity = 'enrollment'
  and change.action = 'deactivate'
  and target.district_id = change.district_id
  and target.id = change.id
  and target.origin = 'clever'
  and target.active_until is null
