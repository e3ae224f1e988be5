-- analyze-plan.sql: tell the planner what was planned.
--
-- In   nothing
-- Out  nothing
--
-- Outside a transaction: it would hold other districts' runs back.
analyze
  stage.change_school,
  stage.change_term,
  stage.change_course,
  stage.change_person,
  stage.change_student,
  stage.change_teacher,
  stage.change_staff,
  stage.change_district_admin,
  stage.change_contact,
  stage.change_section,
  stage.change_person_school,
  stage.change_contact_student,
  stage.change_enrollment,
  stage.change_teaching
