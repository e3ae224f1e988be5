-- plan-enrollment.sql: plan the enrollments that begin.
--
-- In   districtId  our key of the district
-- Out  number of rows planned in stage.change
--
-- Students whom we may not read are left out; count-references.sql counts them.
insert into stage.change (district_id, entity, action, a, b, school_id)
select distinct
  wanted.district_id,
  'enrollment',
  'create',
  wanted.section_id,
  wanted.student_id,
  section.school_id
from stage.membership membership
join stage.enrollment_wanted wanted
  on wanted.district_id = membership.district_id and wanted.section_id = membership.section_id
join stage.section_wanted section
  on section.district_id = wanted.district_id and section.id = wanted.section_id
left join stage.enrollment_current current
  on current.district_id = wanted.district_id
  and current.section_id = wanted.section_id
  and current.student_id = wanted.student_id
where membership.district_id = :?districtId
  and membership.changed
  and current.student_id is null
