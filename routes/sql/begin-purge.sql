-- begin-purge.sql: give a purge a run of its own, under which it is journalled; no fence, since the district is held.
--
-- In   districtId  our key of the district
-- Out  one row: run_id
insert into sync.run (district_id, epoch, trigger, state, finished_at)
values (:?districtId::int, nextval('sync.epoch_seq'), 'purge', 'DONE', now())
returning run_id
