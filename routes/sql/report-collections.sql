-- report-collections.sql: how far each collection was read.
--
-- In   districtId  our key of the district
--      runId       the run
-- Out  one row a collection: collection, pages, fetched, filtered, rejected, unreadable, duplicates, seen_again, unproven,
--      nuls_removed, unknown_values, values_dropped, students_without_level (for users)
select
  collection,
  pages,
  fetched,
  filtered,
  rejected,
  unreadable,
  duplicates,
  seen_again,
  not_ascending <> duplicates
    or unreadable > 0
    or seen_again > 0
    or (
      rejected > 0
      and collection in ('sections', 'schools')
      and exists (select from stage.filtered where district_id = :?districtId)
    ) as unproven,
  nuls_removed,
  unknown_values,
  values_dropped,
  case when collection = 'users' then (
    select count(*) from stage.student where district_id = :?districtId and grade is null
  ) end as students_without_level
from sync.run_collection
where district_id = :?districtId
  and run_id = :?runId
order by collection
