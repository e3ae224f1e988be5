-- disconnect-district.sql: refuse further runs of a district, and end the one that is under way.
--
-- In   districtId  our key of the district
--      by          who disconnects it
--      gone        whether it is the poll: Clever's list does not have it any more
-- Out  number of runs ended, 0 or 1
--
-- In the transaction of hold-district.sql. The roster stays. Running it twice keeps the first moment. What a person
-- disconnects after the poll did stays so when the list has it again.
with left_district as (
  update sync.connection set
    disconnected_at = coalesce(disconnected_at, now()),
    disconnected_by = case when gone_at is not null and not :?gone::boolean then :?by else coalesce(disconnected_by, :?by) end,
    gone_at = case when :?gone::boolean then gone_at end,
    epoch = 0
  where district_id = :?districtId
  returning district_id
)
update sync.run target set
  state = 'ABANDONED',
  reason = 'the district was disconnected',
  finished_at = now()
from left_district
where target.district_id = left_district.district_id
  and target.state = 'RUNNING'
