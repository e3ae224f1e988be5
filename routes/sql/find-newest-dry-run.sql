-- find-newest-dry-run.sql: find the newest dry run of a district that a person can have read.
--
-- In   districtId  our key of the district
-- Out  one row: run_id, plan_hash; none when there is none since the last purge
select
  run.run_id,
  run.plan_hash
from sync.run run
where run.district_id = :?districtId
  and run.dry_run
  and run.plan_hash is not null
  and run.state in ('DONE', 'INCOMPLETE', 'HELD')
  and run.run_id > coalesce(
    (select max(purge.run_id) from sync.run purge where purge.district_id = :?districtId and purge.trigger = 'purge'),
    0
  )
order by run.run_id desc
limit 1
