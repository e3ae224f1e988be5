-- open-enrollment.sql: begin the planned enrollments.
--
-- In   districtId  our key of the district
--      runId       the run, kept on rows that it creates
-- Out  number of rows inserted
--
-- Somebody who comes back gets a new interval. Running it twice inserts nothing the second time.
insert into galileo.enrollment (district_id, section_id, student_id, active_from, origin, created_run)
select
  district_id,
  a,
  b,
  now(),
  'clever',
  :?runId
from stage.change
where district_id = :?districtId
  and entity = 'enrollment'
  and action = 'create'
on conflict (district_id, section_id, student_id, origin) where active_until is null do nothing
