-- analyze-references.sql: tell the planner who is who.
--
-- In   nothing
-- Out  nothing
--
-- Outside a transaction: it would hold other districts' runs back.
analyze
  stage.reference_school (district_id, entity, clever_id, id, kind),
  stage.reference_term (district_id, entity, clever_id, id, kind),
  stage.reference_course (district_id, entity, clever_id, id, kind),
  stage.reference_person (district_id, entity, clever_id, id, kind),
  stage.reference_section (district_id, entity, clever_id, id, kind)
