-- report-undone.sql: what a rollback put back, and what it refused.
--
-- In   districtId  our key of the district
--      runId       the rollback
-- Out  rows: entity, action, rows for what it put back; entity, id, why for what it refused
select
  entity,
  action,
  sum(rows)::bigint as rows,
  null::bigint as id,
  null as why
from sync.journal
where district_id = :?districtId
  and run_id = :?runId
group by entity, action
union all
select
  entity,
  null,
  1,
  id,
  why
from stage.undo
where district_id = :?districtId
  and why is not null
order by entity, action, id
