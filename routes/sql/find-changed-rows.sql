-- find-changed-rows.sql: list the rows that a run changed, with their values before and after it.
--
-- In   districtId  our key of the district
--      undoes      the run that is undone
-- Out  number of rows, in stage.undo
--
-- After find-created-rows.sql: what the run made is only switched off. Of several entries for one row (adopted, then
-- updated) the first says what was before, the last what came after; a later key of an object wins over an earlier one.
-- changed_at is when, not what: it is never put back, nor compared.
insert into stage.undo (district_id, entity, id, origin, before, after)
select
  :?districtId,
  changed.entity,
  changed.id,
  coalesce(after.part ->> 'origin', 'clever'),
  before.part,
  after.part
from (
  select entity, id
  from sync.journal
  where district_id = :?districtId
    and run_id = :?undoes::bigint
    and action <> 'create'
  except
  select entity, id
  from stage.undo
  where district_id = :?districtId
) changed
join (
  select entry.entity, entry.id, jsonb_object_agg(part.key, part.value order by entry.entry desc) as part
  from sync.journal entry
  cross join jsonb_each(entry.before - 'changed_at') part
  where entry.district_id = :?districtId and entry.run_id = :?undoes::bigint
  group by entry.entity, entry.id
) before on before.entity = changed.entity and before.id = changed.id
join (
  select entry.entity, entry.id, jsonb_object_agg(part.key, part.value order by entry.entry) as part
  from sync.journal entry
  cross join jsonb_each(entry.after - 'changed_at') part
  where entry.district_id = :?districtId and entry.run_id = :?undoes::bigint
  group by entry.entity, entry.id
) after on after.entity = changed.entity and after.id = changed.id
