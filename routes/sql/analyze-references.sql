-- analyze-references.sql: tell the planner who is who.
--
-- In   nothing
-- Out  nothing
--
-- Outside a transaction: it would hold other districts' runs back.
analyze
  stage.reference_school,
  stage.reference_term,
  stage.reference_course,
  stage.reference_person,
  stage.reference_section
