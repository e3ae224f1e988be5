-- begin-rollback.sql: give a rollback a run of its own, and let the journal know it.
--
-- In   districtId  our key of the district
--      undoes      the run that is undone
-- Out  one row: run_id
--
-- It has no fence: its transaction holds the district.
insert into sync.run (district_id, epoch, trigger, state, undoes, published_at, finished_at)
values (:?districtId, 0, 'rollback', 'DONE', :?undoes::bigint, now(), now())
returning run_id, set_config('galileo.run', run_id::text, true) as journal_run
