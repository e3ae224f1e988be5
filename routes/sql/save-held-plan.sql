-- save-held-plan.sql: keep what this run holds, for a person to decide.
--
-- In   districtId  our key of the district
--      runId       the run
--      heldHash    hash of what this run holds
-- Out  number of plans, 0 when the same set waits already, or another that this run cannot judge, or a person rejected it
--      while this run was under way
insert into sync.held_plan (district_id, run_id, hash, rows)
select
  district_id,
  :?runId,
  :?heldHash::text,
  count(*)
from stage.withheld
where district_id = :?districtId
  and verdict = 'held'
  and not exists (
    select
    from sync.held_plan rejected
    join sync.run run
      on run.district_id = rejected.district_id and run.run_id = :?runId
    where rejected.district_id = :?districtId
      and rejected.hash = :?heldHash::text
      and rejected.state = 'rejected'
      and rejected.decided_at >= run.started_at
  )
group by district_id
on conflict (district_id) where state = 'open' do nothing
