-- analyze-plan.sql: tell the planner what was planned.
--
-- In   nothing
-- Out  nothing
--
-- Outside a transaction: it would hold other districts' runs back.
analyze
  stage.change_school (district_id, action),
  stage.change_term (district_id, action),
  stage.change_course (district_id, action),
  stage.change_person (district_id, action),
  stage.change_student (district_id, action),
  stage.change_teacher (district_id, action),
  stage.change_staff (district_id, action),
  stage.change_district_admin (district_id, action),
  stage.change_contact (district_id, action),
  stage.change_section (district_id, action),
  stage.change_person_school (district_id, action),
  stage.change_contact_student (district_id, action),
  stage.change_enrollment (district_id, action),
  stage.change_teaching (district_id, action)
