-- drop-repeated-sections.sql: keep the later copy of a record of sections that Clever gave twice.
--
-- In   districtId  our key of the district
--      runId       the run
-- Out  number of checkpoints updated, 1
--
-- Clever repeats a record on two pages when the roster changes while we read.
-- The checkpoint gets the number of repeats: an id out of order that is no repeat proves nothing.
with latest as (
  select
    clever_id,
    max(seq) as seq
  from stage.section
  where district_id = :?districtId
  group by clever_id
  having count(*) > 1
),
section_older as (
  delete from stage.section older
  using latest
  where older.district_id = :?districtId and older.clever_id = latest.clever_id and older.seq < latest.seq returning 1
),
kept_out_twice as (
  select count(*) - count(distinct clever_id) as repeats
  from stage.filtered
  where district_id = :?districtId and collection = 'sections'
),
rejected_twice as (
  select count(clever_id) - count(distinct clever_id) as repeats
  from stage.rejected
  where district_id = :?districtId and collection = 'sections'
),
read_both_ways as (
  select count(distinct staged.clever_id) as repeats
  from stage.section staged
  join (
    select clever_id from stage.filtered where district_id = :?districtId and collection = 'sections'
    union
    select clever_id from stage.rejected where district_id = :?districtId and collection = 'sections'
  ) other on other.clever_id = staged.clever_id
  where staged.district_id = :?districtId
)
update sync.run_collection set
  duplicates =
    (select count(*) from section_older)
    + (select repeats from kept_out_twice)
    + (select repeats from rejected_twice)
    + (select repeats from read_both_ways)
where district_id = :?districtId
  and run_id = :?runId
  and collection = 'sections'
