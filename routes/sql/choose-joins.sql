-- choose-joins.sql: let statements that count for the guard look rows up one by one, or join them as the planner likes.
--
-- In   lookups  whether the rest of this transaction, until this is said again, looks rows up
-- Out  one row
--
-- Of a run that follows events: the planner cannot know that it counts what goes, and not the district (views stage.counted_…).
-- What is looked up needs an index for that, plan and decisions too: a list without one would be gone through for every row that
-- has left in 24 hours. Hence the partial indexes of stage.change and sync.held_row, and exists (…) instead of joins with lists.
select
  set_config('enable_hashjoin', case when :?lookups::boolean then 'off' else 'on' end, true) as enable_hashjoin,
  set_config('enable_mergejoin', case when :?lookups::boolean then 'off' else 'on' end, true) as enable_mergejoin
