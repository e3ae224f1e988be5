-- analyze-membership.sql: tell the planner how many classes differ.
--
-- In   nothing
-- Out  nothing
--
-- Outside a transaction: it would hold other districts' runs back.
analyze
  stage.membership (district_id, section_id, changed),
  stage.person_school_wanted (district_id, person_id, school_id),
  stage.contact_student_wanted (district_id, contact_id, student_id),
  stage.teaching_wanted (district_id, section_id, teacher_id)
