-- find-marks.sql: say what has been done to the complete stage already.
--
-- In   districtId  our key of the district
--      runId       the run
-- Out  one row: proved (found complete, repeats dropped), shared (consequences of sharing rules taken)
--
-- Both delete staged rows. Kept with the checkpoints: a crash of the database forgets them together with the stage.
select
  count(*) filter (where proved) = 5 as proved,
  count(*) filter (where shared) = 5 as shared
from sync.run_collection
where district_id = :?districtId
  and run_id = :?runId
