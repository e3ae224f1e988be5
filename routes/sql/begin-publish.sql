-- begin-publish.sql: say whether the run is published already or must not be, and let the journal know the run.
--
-- In   districtId  our key of the district
--      runId       the run
-- Out  one row: published, staged, followed (by events), publish_hold_since, publish_hold_by, publish_hold_reason
--
-- After take-fence.sql and apart from it: it must see what an earlier try committed while this one waited for the fence.
-- published is true when that try was committed although its answer was lost; staged is the number of checkpoints, 0 when
-- a crash of the database has emptied the stage since the plan was made. A district on publish hold has the three others.
select
  run.published_at is not null as published,
  (
    select count(*)
    from sync.run_collection
    where district_id = :?districtId and run_id = :?runId
  ) as staged,
  connection.events as followed,
  connection.publish_hold_since,
  connection.publish_hold_by,
  connection.publish_hold_reason,
  set_config('galileo.run', run.run_id::text, true) as journal_run
from sync.run run
join sync.connection connection on connection.district_id = run.district_id
where run.district_id = :?districtId
  and run.run_id = :?runId
