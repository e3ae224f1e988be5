-- age-journal.sql: drop the values of the oldest journal entries that still have any; the fact of the change stays.
--
-- In   days  age from which values are dropped
-- Out  number of entries, 0 when there is nothing left to do
--
-- A batch at a time, found by journal_values_idx; entries that a run is writing are of today, and a purge's are left to it.
with old as (
  select district_id, entry
  from sync.journal
  where (before is not null or after is not null)
    and at < now() - make_interval(days => :?days::int)
  order by at
  limit 5000
  for update skip locked
)
update sync.journal target set
  columns = array(
    select key from jsonb_object_keys(coalesce(target.before, '{}') || coalesce(target.after, '{}')) key order by key
  ),
  before = null,
  after = null
from old
where target.district_id = old.district_id
  and target.entry = old.entry
