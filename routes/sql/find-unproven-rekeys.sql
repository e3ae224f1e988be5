-- find-unproven-rekeys.sql: count planned re-keys whose proof has been lost since.
--
-- In   districtId  our key of the district
--      runId       the run
-- Out  one row: rekeys
--
-- Who was taken for gone, and so for the one that came, may be there after all.
select count(*) as rekeys
from stage.change change
where change.district_id = :?districtId
  and change.action = 're-key'
  and change.entity not in (
    select entity from sync.proven where district_id = :?districtId and run_id = :?runId
  )
