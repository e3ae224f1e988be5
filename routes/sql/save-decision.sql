-- save-decision.sql: keep what a person decided.
--
-- In   districtId   our key of the district
--      kind         approve, reject, rollback, hold, release, disconnect, purge, accept, decline, pause, resume, sso, schedule or events
--      decidedRun   the run that it is about, or null
--      hash         the plan that the person named, or null
--      by           who decided
--      outcome      what came of it, one sentence without student data
-- Out  number of rows inserted, 1
insert into sync.decision (district_id, kind, run_id, hash, decided_by, outcome)
values (:?districtId, :?kind, :?decidedRun::bigint, :?hash::text, :?by, :?outcome)
