-- drop-repeated-schools.sql: keep the later copy of a record of schools that Clever gave twice.
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
  from stage.school
  where district_id = :?districtId
  group by clever_id
  having count(*) > 1
),
school_older as (
  delete from stage.school older
  using latest
  where older.district_id = :?districtId and older.clever_id = latest.clever_id and older.seq < latest.seq returning 1
),
kept_out_twice as (
  select count(*) - count(distinct clever_id) as repeats
  from stage.filtered
  where district_id = :?districtId and collection = 'schools'
),
rejected_twice as (
  select count(clever_id) - count(distinct clever_id) as repeats
  from stage.rejected
  where district_id = :?districtId and collection = 'schools'
),
read_both_ways as (
  select count(distinct staged.clever_id) as repeats
  from stage.school staged
  join (
    select clever_id from stage.filtered where district_id = :?districtId and collection = 'schools'
    union
    select clever_id from stage.rejected where district_id = :?districtId and collection = 'schools'
  ) other on other.clever_id = staged.clever_id
  where staged.district_id = :?districtId
)
update sync.run_collection set
  duplicates =
    (select count(*) from school_older)
    + (select repeats from kept_out_twice)
    + (select repeats from rejected_twice)
    + (select repeats from read_both_ways)
where district_id = :?districtId
  and run_id = :?runId
  and collection = 'schools'
