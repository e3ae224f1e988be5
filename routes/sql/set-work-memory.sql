-- set-work-memory.sql: give the statements of this transaction memory to sort and hash in.
--
-- In   workMemory  PostgreSQL's work_mem, like 64MB
-- Out  one row
select set_config('work_mem', :?workMemory, true) as work_mem
