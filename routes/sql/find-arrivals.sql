-- find-arrivals.sql: find the people whose Clever id the roster does not know.
--
-- In   districtId  our key of the district
-- Out  number of arrivals
insert into stage.arrival (district_id, clever_id)
select
  staged.district_id,
  staged.clever_id
from stage.person staged
where staged.district_id = :?districtId
  -- Somebody with unknown roles only becomes nobody here, until a role that we know comes.
  and staged.kind is not null
  and not exists (
    select from galileo.person known
    where known.district_id = staged.district_id and known.clever_id = staged.clever_id
  )
