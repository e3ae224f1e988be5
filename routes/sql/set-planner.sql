-- set-planner.sql: let the planner choose what suits whole districts, for the rest of this transaction.
--
-- In   workMemory  PostgreSQL's work_mem, like 64MB
--      districtId  our key of the district
--      runId       the run
-- Out  one row
--
-- Moments as text are part of the names of plans: they must not depend on where a node runs.
-- Without nested loops: what was just staged or written has no statistics yet, and one estimate of a single row
-- would make a statement quadratic. A run that follows events is the other way round: a few rows, each looked up in a roster that
-- must not be read as a whole. Compiling (jit) costs more than statements like these win by it.
select
  set_config('work_mem', :?workMemory, true) as work_mem,
  set_config('enable_nestloop', case when events then 'on' else 'off' end, true) as enable_nestloop,
  set_config('random_page_cost', case when events then '1' else current_setting('random_page_cost') end, true) as random_page_cost,
  set_config('jit', 'off', true) as jit,
  set_config('TimeZone', 'UTC', true) as time_zone
from (
  select exists (
    select
    from sync.run
    where district_id = :?districtId and run_id = :?runId and trigger = 'events'
  ) as events
) run
