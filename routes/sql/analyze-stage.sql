-- analyze-stage.sql: tell the planner what was staged.
--
-- In   nothing
-- Out  nothing
--
-- Only the columns by which rows are found and joined. Outside a transaction: it would hold other districts' runs back.
analyze
  stage.school (district_id, clever_id),
  stage.term (district_id, clever_id),
  stage.course (district_id, clever_id),
  stage.person (district_id, clever_id, kind, only_if, unknown_roles),
  stage.student (district_id, clever_id),
  stage.teacher (district_id, clever_id),
  stage.staff (district_id, clever_id),
  stage.district_admin (district_id, clever_id),
  stage.contact (district_id, clever_id),
  stage.section (district_id, clever_id),
  stage.contact_student (district_id, contact, student),
  stage.filtered (district_id, collection, clever_id),
  stage.rejected (district_id, collection, clever_id)
