-- analyze-plan.sql: tell the planner what was planned.
--
-- In   nothing
-- Out  nothing
--
-- With ids, so that who looks one up does so by the index. Outside a transaction: it would hold other districts' runs back.
analyze
  stage.change_school (district_id, action, id),
  stage.change_term (district_id, action, id),
  stage.change_course (district_id, action, id),
  stage.change_person (district_id, action, id),
  stage.change_student (district_id, action, id),
  stage.change_teacher (district_id, action, id),
  stage.change_staff (district_id, action, id),
  stage.change_district_admin (district_id, action, id),
  stage.change_contact (district_id, action, id),
  stage.change_section (district_id, action, id),
  stage.change_person_school (district_id, action, id),
  stage.change_contact_student (district_id, action, id),
  stage.change_enrollment (district_id, action, id),
  stage.change_teaching (district_id, action, id)
