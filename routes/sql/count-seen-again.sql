-- count-seen-again.sql: note for each collection the ids that only its second reading found.
--
-- In   districtId  our key of the district
--      runId       the run
-- Out  number of checkpoints updated
update sync.run_collection checkpoint set
  seen_again = again.ids
from (
  select
    reread.collection,
    count(*) filter (where first.clever_id is null) as ids
  from stage.reread reread
  left join (
    select 'schools' as collection, clever_id from stage.school where district_id = :?districtId
    union all
    select 'terms', clever_id from stage.term where district_id = :?districtId
    union all
    select 'courses', clever_id from stage.course where district_id = :?districtId
    union all
    select 'users', clever_id from stage.person where district_id = :?districtId
    union all
    select 'sections', clever_id from stage.section where district_id = :?districtId
    union all
    select collection, clever_id from stage.filtered where district_id = :?districtId
    union all
    select collection, clever_id from stage.rejected where district_id = :?districtId
  ) first on first.collection = reread.collection and first.clever_id = reread.clever_id
  where reread.district_id = :?districtId
  group by reread.collection
) again
where checkpoint.district_id = :?districtId
  and checkpoint.run_id = :?runId
  and checkpoint.collection = again.collection
