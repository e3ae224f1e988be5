-- analyze-stage.sql: tell the planner what was staged.
--
-- In   nothing
-- Out  nothing
--
-- Outside a transaction: it would hold other districts' runs back.
analyze
  stage.school,
  stage.term,
  stage.course,
  stage.person,
  stage.student,
  stage.teacher,
  stage.staff,
  stage.district_admin,
  stage.contact,
  stage.section,
  stage.contact_student,
  stage.filtered,
  stage.rejected
