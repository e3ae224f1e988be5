-- mark-published.sql: say that the roster of this run is out; the last statement of the transaction.
--
-- In   districtId  our key of the district
--      runId       the run
-- Out  number of rows updated, 1
--
-- People of a district that had left and was accepted anew may sign in by it.
with accepted as (
  update sync.connection set
    accepted_at = null
  where district_id = :?districtId
    and accepted_at is not null
)
update sync.run set
  published_at = now()
where district_id = :?districtId
  and run_id = :?runId
