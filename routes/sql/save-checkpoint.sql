-- save-checkpoint.sql: remember how far the walk over a collection has come.
--
-- In   districtId  our key of the district
--      runId       the run
--      collection  schools, terms, courses, users or sections
--      fetched, staged, filtered, rejected, unreadable, notAscending,
--        nulsRemoved, unknownValues, valuesDropped  counts of this page
--      lastId      greatest id so far
--      nextUri     path and query of the next page, or null at the end
-- Out  number of rows written, always 1
--
-- In the same transaction as the page's rows.
insert into sync.run_collection as target (
  district_id,
  run_id,
  collection,
  pages,
  fetched,
  staged,
  filtered,
  rejected,
  unreadable,
  not_ascending,
  nuls_removed,
  unknown_values,
  values_dropped,
  last_id,
  next_uri,
  done
)
values (
  :?districtId,
  :?runId,
  :?collection,
  1,
  :?fetched,
  :?staged,
  :?filtered,
  :?rejected,
  :?unreadable,
  :?notAscending,
  :?nulsRemoved,
  :?unknownValues,
  :?valuesDropped,
  :?lastId,
  :?nextUri,
  :?nextUri::text is null
)
on conflict (district_id, run_id, collection) do update set
  pages = target.pages + 1,
  fetched = target.fetched + excluded.fetched,
  staged = target.staged + excluded.staged,
  filtered = target.filtered + excluded.filtered,
  rejected = target.rejected + excluded.rejected,
  unreadable = target.unreadable + excluded.unreadable,
  not_ascending = target.not_ascending + excluded.not_ascending,
  nuls_removed = target.nuls_removed + excluded.nuls_removed,
  unknown_values = target.unknown_values + excluded.unknown_values,
  values_dropped = target.values_dropped + excluded.values_dropped,
  last_id = excluded.last_id,
  next_uri = excluded.next_uri,
  done = excluded.done
