-- save-alerts.sql: ask a person about people who may be known already.
--
-- In   districtId  our key of the district
--      runId       the run
-- Out  number of new questions
--
-- The same question is asked once.
insert into sync.alert (district_id, run_id, kind, clever_id, id)
select
  district_id,
  :?runId,
  how,
  clever_id,
  id
from stage.identity
where district_id = :?districtId
  and how in ('possible re-key', 'possible adoption')
on conflict (district_id, kind, clever_id) do nothing
