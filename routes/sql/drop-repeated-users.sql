-- drop-repeated-users.sql: keep the later copy of a record of users that Clever gave twice.
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
  from stage.person
  where district_id = :?districtId
  group by clever_id
  having count(*) > 1
),
student_older as (
  delete from stage.student older
  using latest
  where older.district_id = :?districtId and older.clever_id = latest.clever_id and older.seq < latest.seq
),
teacher_older as (
  delete from stage.teacher older
  using latest
  where older.district_id = :?districtId and older.clever_id = latest.clever_id and older.seq < latest.seq
),
staff_older as (
  delete from stage.staff older
  using latest
  where older.district_id = :?districtId and older.clever_id = latest.clever_id and older.seq < latest.seq
),
district_admin_older as (
  delete from stage.district_admin older
  using latest
  where older.district_id = :?districtId and older.clever_id = latest.clever_id and older.seq < latest.seq
),
contact_older as (
  delete from stage.contact older
  using latest
  where older.district_id = :?districtId and older.clever_id = latest.clever_id and older.seq < latest.seq
),
contact_student_older as (
  delete from stage.contact_student older
  using latest
  where older.district_id = :?districtId and older.contact = latest.clever_id and older.seq < latest.seq
),
person_older as (
  delete from stage.person older
  using latest
  where older.district_id = :?districtId and older.clever_id = latest.clever_id and older.seq < latest.seq returning 1
),
kept_out_twice as (
  select count(*) - count(distinct clever_id) as repeats
  from stage.filtered
  where district_id = :?districtId and collection = 'users'
),
rejected_twice as (
  select count(clever_id) - count(distinct clever_id) as repeats
  from stage.rejected
  where district_id = :?districtId and collection = 'users'
),
read_both_ways as (
  select count(distinct staged.clever_id) as repeats
  from stage.person staged
  join (
    select clever_id from stage.filtered where district_id = :?districtId and collection = 'users'
    union
    select clever_id from stage.rejected where district_id = :?districtId and collection = 'users'
  ) other on other.clever_id = staged.clever_id
  where staged.district_id = :?districtId
)
update sync.run_collection set
  duplicates =
    (select count(*) from person_older)
    + (select repeats from kept_out_twice)
    + (select repeats from rejected_twice)
    + (select repeats from read_both_ways)
where district_id = :?districtId
  and run_id = :?runId
  and collection = 'users'
