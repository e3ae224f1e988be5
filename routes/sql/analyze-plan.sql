-- analyze-plan.sql: tell the planner what was planned.
--
-- In   nothing
-- Out  nothing
--
-- All columns that conditions name: of one without statistics the planner takes one in 200, and goes through a list instead of
-- looking up in it. Outside a transaction: it would hold other districts' runs back.
analyze
  stage.change_school (district_id, entity, action, id, verdict),
  stage.change_term (district_id, entity, action, id, verdict),
  stage.change_course (district_id, entity, action, id, verdict),
  stage.change_person (district_id, entity, action, id, verdict),
  stage.change_student (district_id, entity, action, id, verdict),
  stage.change_teacher (district_id, entity, action, id, verdict),
  stage.change_staff (district_id, entity, action, id, verdict),
  stage.change_district_admin (district_id, entity, action, id, verdict),
  stage.change_contact (district_id, entity, action, id, verdict),
  stage.change_section (district_id, entity, action, id, verdict),
  stage.change_person_school (district_id, entity, action, id, verdict),
  stage.change_contact_student (district_id, entity, action, id, verdict),
  stage.change_enrollment (district_id, entity, action, id, verdict),
  stage.change_teaching (district_id, entity, action, id, verdict)
