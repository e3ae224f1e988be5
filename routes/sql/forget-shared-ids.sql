-- forget-shared-ids.sql: forget of the ids that events told of those which no sharing rule keeps out any more.
--
-- In   districtId  our key of the district
-- Out  number of ids forgotten
--
-- Instead of forget-filtered-ids.sql in a run that follows events: it has not seen the others.
delete from sync.filtered_id target
using (
  select 'users' as collection, clever_id from stage.person where district_id = :?districtId
  union
  select 'sections', clever_id from stage.section where district_id = :?districtId
  union
  select 'schools', clever_id from stage.school where district_id = :?districtId
  union
  select collection, clever_id from stage.deletion where district_id = :?districtId
) told
where target.district_id = :?districtId
  and target.collection = told.collection
  and target.clever_id = told.clever_id
