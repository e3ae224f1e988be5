-- find-incomplete-collections.sql: name the collections whose stage does not hold what their checkpoint counted.
--
-- In   districtId  our key of the district
--      runId       the run
-- Out  one row a collection: collection, expected, found
--
-- Unlogged tables are emptied by a crash of the database. Planning from such a stage would empty the roster.
-- Runs before repeats are dropped and before sharing rules take their consequences.
with walked (collection) as (
  values ('schools'), ('terms'), ('courses'), ('users'), ('sections')
),
found as (
  select 'schools' as collection, count(*) as rows from stage.school where district_id = :?districtId
  union all
  select 'terms' as collection, count(*) as rows from stage.term where district_id = :?districtId
  union all
  select 'courses' as collection, count(*) as rows from stage.course where district_id = :?districtId
  union all
  select 'users' as collection, count(*) as rows from stage.person where district_id = :?districtId
  union all
  select 'sections' as collection, count(*) as rows from stage.section where district_id = :?districtId
),
kept_out as (
  select
    collection,
    count(*) as rows
  from (
    select collection from stage.filtered where district_id = :?districtId
    union all
    select collection from stage.rejected where district_id = :?districtId
  ) kept_out
  group by collection
)
select
  walked.collection,
  coalesce(checkpoint.fetched, -1) as expected,
  found.rows + coalesce(kept_out.rows, 0) as found
from walked
join found on found.collection = walked.collection
left join kept_out on kept_out.collection = walked.collection
left join sync.run_collection checkpoint
  on checkpoint.district_id = :?districtId
  and checkpoint.run_id = :?runId
  and checkpoint.collection = walked.collection
where checkpoint.done is not true
  or checkpoint.fetched <> found.rows + coalesce(kept_out.rows, 0)
  or checkpoint.fetched <> checkpoint.staged + checkpoint.filtered + checkpoint.rejected
order by walked.collection
