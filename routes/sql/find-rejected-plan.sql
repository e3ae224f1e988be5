-- find-rejected-plan.sql: say whether a person has rejected exactly this set.
--
-- In   districtId  our key of the district
--      heldHash    hash of the held set
-- Out  one row: run_id, decided_by, decided_at; none when nobody has
select
  plan.run_id,
  decision.decided_by,
  decision.decided_at
from sync.held_plan plan
join sync.decision decision
  on decision.district_id = plan.district_id
  and decision.run_id = plan.run_id
  and decision.kind = 'reject'
where plan.district_id = :?districtId
  and plan.hash = :?heldHash::text
  and plan.state = 'rejected'
order by decision.decided_at desc
limit 1
