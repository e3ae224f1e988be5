-- supersede-held-plan.sql: close a held plan that the newest complete snapshot does not ask for any more.
--
-- In   districtId  our key of the district
--      runId       the run
--      heldHash    hash of what this run holds, or null when it holds nothing
-- Out  number of plans closed
--
-- Only a run that has proven complete whatever waits there knows that it is not missing any more. One that follows events and holds something has
-- taken over what waited (hold-with-waiting.sql).
update sync.held_plan waiting set
  state = 'superseded',
  decided_at = now(),
  decided_run = :?runId
where district_id = :?districtId
  and state = 'open'
  and hash is distinct from :?heldHash::text
  and (
    not exists (
      select
      from sync.held_row held
      where held.district_id = :?districtId
        and held.run_id = waiting.run_id
        and held.entity not in (
          select entity
          from sync.proven
          where district_id = :?districtId and run_id = :?runId
        )
    )
    or :?heldHash::text is not null and exists (
      select
      from sync.run
      where district_id = :?districtId and run_id = :?runId and trigger = 'events'
    )
  )
