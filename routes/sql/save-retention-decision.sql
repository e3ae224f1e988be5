-- save-retention-decision.sql: remember what a person decided about a district that leaves or returns, refused or not.
--
-- In   districtId  our key of the district
--      kind        disconnect, purge or accept
--      purgeRun    the run of a purge, or null
--      by          who decided
--      outcome     what came of it, a sentence without student data
-- Out  number of rows inserted, 1
insert into sync.decision (district_id, kind, run_id, decided_by, outcome)
values (:?districtId::int, :?kind, :?purgeRun::bigint, :?by, :?outcome)
