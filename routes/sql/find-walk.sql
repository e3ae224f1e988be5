-- find-walk.sql: say whether a walk that was interrupted can be gone on with.
--
-- In   districtId  our key of the district
--      runId       the run
--      lastSync    Clever's last_sync now, or null
--      apiVersion  version of Clever's API
--      files       hash of routes, SQL and rules
-- Out  one row: pages, how many are staged; none when the walk must begin anew
--
-- The walk, not the run, must be young: its pages are what would be published. Without a last_sync nobody can tell that
-- Clever has not changed since they were read: such a walk begins anew. A crash of the database has emptied
-- stage.district together with the checkpoints; pages staged after it stand alone and are not gone on with.
select coalesce(sum(checkpoint.pages), 0) as pages
from sync.run run
left join sync.run_collection checkpoint
  on checkpoint.district_id = run.district_id
  and checkpoint.run_id = run.run_id
where run.district_id = :?districtId
  and run.run_id = :?runId
  and run.walk_at > now() - interval '2 hours'
  and run.walk_last_sync = :?lastSync::text
  and run.walk_api_version = :?apiVersion
  and run.walk_files = :?files
  and exists (select from stage.district staged where staged.district_id = run.district_id)
group by run.run_id
