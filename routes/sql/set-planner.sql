-- set-planner.sql: let the planner choose what suits whole districts, for the rest of this transaction.
--
-- In   workMemory  PostgreSQL's work_mem, like 64MB
-- Out  one row
--
-- Moments as text are part of the names of plans: they must not depend on where a node runs.
-- Without nested loops: what was just staged or written has no statistics yet, and one estimate of a single row
-- would make a statement quadratic. Compiling (jit) costs more than statements like these win by it.
select
  set_config('work_mem', :?workMemory, true) as work_mem,
  set_config('enable_nestloop', 'off', true) as enable_nestloop,
  set_config('jit', 'off', true) as jit,
  set_config('TimeZone', 'UTC', true) as time_zone
