-- save-filtered-ids.sql: remember who was kept out by which sharing rule.
--
-- In   districtId  our key of the district
--      runId       the run
-- Out  number of ids new, or kept out by another rule than before
--
-- Nothing but the id is kept of a person whom the district does not share.
insert into sync.filtered_id as target (district_id, collection, clever_id, rule, run_id)
select
  district_id,
  collection,
  clever_id,
  min(rule),
  :?runId
from stage.filtered
where district_id = :?districtId
group by district_id, collection, clever_id
on conflict (district_id, collection, clever_id) do update set
  rule = excluded.rule,
  run_id = excluded.run_id
where target.rule is distinct from excluded.rule
