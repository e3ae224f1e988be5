-- report-rejected.sql: say which rows of the plan stay because a person rejected them.
--
-- In   districtId  our key of the district
-- Out  one row a rejection: run_id, decided_by, decided_at, rows
select
  plan.run_id,
  decision.decided_by,
  decision.decided_at,
  count(*) as rows
from stage.withheld kept
join sync.held_row held
  on held.district_id = kept.district_id and held.entity = kept.entity and held.id = kept.id and not held.lapsed
join sync.held_plan plan
  on plan.district_id = held.district_id and plan.run_id = held.run_id and plan.state = 'rejected'
left join sync.decision decision
  on decision.district_id = plan.district_id
  and decision.run_id = plan.run_id
  and decision.kind = 'reject'
  and decision.decided_at = plan.decided_at
where kept.district_id = :?districtId
  and kept.verdict = 'rejected'
group by plan.run_id, decision.decided_by, decision.decided_at
order by decision.decided_at
