-- end-purge.sql: set the tombstone of a district, and keep the counts with the run of its purge.
--
-- In   districtId  our key of the district
--      purgeRun    the run of the purge
--      report      counts by entity as JSON
-- Out  number of rows updated, 1
--
-- The last statement of the purge but its decision. A second purge keeps the first moment. Whoever comes back is taken on anew.
with tombstone as (
  update sync.connection set
    purged_at = coalesce(purged_at, now()),
    epoch = 0,
    sso = false,
    onboarding = case when onboarding = 'declined' then 'declined' else 'requested' end,
    taken_on_at = case when onboarding = 'declined' then taken_on_at end,
    taken_on_by = case when onboarding = 'declined' then taken_on_by end,
    read_run = null,
    read_at = null,
    read_by = null,
    stale_at = null,
    paused_at = null,
    paused_by = null,
    events = false,
    events_cursor = null,
    events_overlap = null,
    events_cursor_at = null,
    events_read_at = null,
    events_gap = null,
    events_trouble = null
  where district_id = :?districtId::int
  returning district_id
)
update sync.run target set
  report = :?report::jsonb
from tombstone
where target.district_id = tombstone.district_id
  and target.run_id = :?purgeRun::bigint
