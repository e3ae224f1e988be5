-- forget-filtered-ids.sql: forget the ids that no sharing rule keeps out any more.
--
-- In   districtId  our key of the district
-- Out  number of ids forgotten
delete from sync.filtered_id target
where target.district_id = :?districtId
  and not exists (
    select
    from stage.filtered kept_out
    where kept_out.district_id = target.district_id
      and kept_out.collection = target.collection
      and kept_out.clever_id = target.clever_id
  )
