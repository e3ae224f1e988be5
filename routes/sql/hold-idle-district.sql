-- hold-idle-district.sql: hold a district in which no run is active.
--
-- In   districtId  our key of the district
-- Out  one row: district_id; none when the next run has begun
--
-- That run begins its stage only after this transaction.
select district_id
from sync.connection
where district_id = :?districtId
  and epoch = 0
for update
