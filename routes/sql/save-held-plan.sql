-- save-held-plan.sql: keep what this run holds, for a person to decide.
--
-- In   districtId  our key of the district
--      runId       the run
--      heldHash    hash of what this run holds
-- Out  number of plans, 0 when the same set waits already, or another that this run cannot judge
insert into sync.held_plan (district_id, run_id, hash, rows)
select
  district_id,
  :?runId,
  :?heldHash::text,
  count(*)
from stage.withheld
where district_id = :?districtId
  and verdict = 'held'
group by district_id
on conflict (district_id) where state = 'open' do nothing
