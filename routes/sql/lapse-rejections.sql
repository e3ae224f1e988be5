-- lapse-rejections.sql: forget rejections of rows that the newest complete snapshot does not ask for.
--
-- In   districtId  our key of the district
--      runId       the run
-- Out  number of rows whose rejection is over
--
-- Should they leave once more, a person is asked once more. Only a run whose walk is proven complete knows.
update sync.held_row target set
  lapsed = true
from sync.held_plan plan
where plan.district_id = :?districtId
  and plan.state = 'rejected'
  and target.district_id = plan.district_id
  and target.run_id = plan.run_id
  and not target.lapsed
  and not exists (
    select
    from stage.withheld kept
    where kept.district_id = :?districtId and kept.entity = target.entity and kept.id = target.id
  )
  and 14 = (
    select count(*)
    from sync.proven
    where district_id = :?districtId and run_id = :?runId
  )
