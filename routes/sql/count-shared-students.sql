-- count-shared-students.sql: count the students that are left after sharing, and those that rules kept out.
--
-- In   districtId  our key of the district
-- Out  one row: shared, kept_out
select
  (select count(*) from stage.student where district_id = :?districtId) as shared,
  (select count(*) from stage.filtered where district_id = :?districtId and collection = 'users') as kept_out
