-- What makes plans safe is made cheap: the name of a plan, and the journal of a night in which much changes.
-- The journal turns each row into JSON once: done anew for each column compared, it was most of a night in which every
-- student changed. Both are rows of one table and have the same keys.
create or replace function sync.journal_update() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('galileo.run', true), '') = '' then
    return null;
  end if;
  insert into sync.journal (district_id, run_id, entity, action, id, before, after)
  with pair as materialized (
    select
      was.district_id,
      was.id,
      to_jsonb(was) as past,
      to_jsonb(became) as present
    from was
    join became on became.district_id = was.district_id and became.id = was.id
  )
  select
    district_id,
    current_setting('galileo.run')::bigint,
    tg_table_name,
    case
      when past ->> 'origin' = 'manual' and present ->> 'origin' = 'clever' then 'adopt'
      when past ->> 'origin' = 'clever' and present ->> 'origin' = 'manual' then 'hand-back'
      when past ->> 'clever_id' <> present ->> 'clever_id' then 're-key'
      when past ->> 'active' = 'false' and present ->> 'active' = 'true' then 'reactivate'
      when past ->> 'active' = 'true' and present ->> 'active' = 'false' then 'deactivate'
      when past ->> 'active_until' is not null and present ->> 'active_until' is null then 'reactivate'
      when past ->> 'active_until' is null and present ->> 'active_until' is not null then 'deactivate'
      else 'update'
    end,
    id,
    difference.past_part,
    difference.present_part
  from pair
  cross join lateral (
    select
      coalesce(jsonb_object_agg(key, value), '{}') as past_part,
      coalesce(jsonb_object_agg(key, present -> key), '{}') as present_part
    from jsonb_each(past)
    where value is distinct from present -> key
  ) difference;
  return null;
end
$$;

drop function sync.changed_part(jsonb, jsonb);

-- The same text of a staged row, cut by its length: a regular expression over each row was most of a first load's hash.
create or replace view stage.planned_value as
select
  change.district_id,
  change.entity,
  change.action,
  change.id,
  self.clever_id,
  self.how,
  hashtextextended(substr(staged::text, length(staged.district_id::text) + length(staged.seq::text) + 4), 0) as content
from stage.change change
join stage.reference self
  on self.district_id = change.district_id and self.entity = 'school' and self.id = change.id
join stage.school staged
  on staged.district_id = change.district_id and staged.clever_id = self.clever_id
where change.entity = 'school'
  and change.action <> 'deactivate'
union all
select
  change.district_id,
  change.entity,
  change.action,
  change.id,
  self.clever_id,
  self.how,
  hashtextextended(substr(staged::text, length(staged.district_id::text) + length(staged.seq::text) + 4), 0) as content
from stage.change change
join stage.reference self
  on self.district_id = change.district_id and self.entity = 'term' and self.id = change.id
join stage.term staged
  on staged.district_id = change.district_id and staged.clever_id = self.clever_id
where change.entity = 'term'
  and change.action <> 'deactivate'
union all
select
  change.district_id,
  change.entity,
  change.action,
  change.id,
  self.clever_id,
  self.how,
  hashtextextended(substr(staged::text, length(staged.district_id::text) + length(staged.seq::text) + 4), 0) as content
from stage.change change
join stage.reference self
  on self.district_id = change.district_id and self.entity = 'course' and self.id = change.id
join stage.course staged
  on staged.district_id = change.district_id and staged.clever_id = self.clever_id
where change.entity = 'course'
  and change.action <> 'deactivate'
union all
select
  change.district_id,
  change.entity,
  change.action,
  change.id,
  self.clever_id,
  self.how,
  hashtextextended(substr(staged::text, length(staged.district_id::text) + length(staged.seq::text) + 4), 0) as content
from stage.change change
join stage.reference self
  on self.district_id = change.district_id and self.entity = 'person' and self.id = change.id
join stage.person staged
  on staged.district_id = change.district_id and staged.clever_id = self.clever_id
where change.entity = 'person'
  and change.action <> 'deactivate'
union all
select
  change.district_id,
  change.entity,
  change.action,
  change.id,
  self.clever_id,
  self.how,
  hashtextextended(substr(staged::text, length(staged.district_id::text) + length(staged.seq::text) + 4), 0) as content
from stage.change change
join stage.reference self
  on self.district_id = change.district_id and self.entity = 'person' and self.id = change.id
join stage.student staged
  on staged.district_id = change.district_id and staged.clever_id = self.clever_id
where change.entity = 'student'
  and change.action <> 'deactivate'
union all
select
  change.district_id,
  change.entity,
  change.action,
  change.id,
  self.clever_id,
  self.how,
  hashtextextended(substr(staged::text, length(staged.district_id::text) + length(staged.seq::text) + 4), 0) as content
from stage.change change
join stage.reference self
  on self.district_id = change.district_id and self.entity = 'person' and self.id = change.id
join stage.teacher staged
  on staged.district_id = change.district_id and staged.clever_id = self.clever_id
where change.entity = 'teacher'
  and change.action <> 'deactivate'
union all
select
  change.district_id,
  change.entity,
  change.action,
  change.id,
  self.clever_id,
  self.how,
  hashtextextended(substr(staged::text, length(staged.district_id::text) + length(staged.seq::text) + 4), 0) as content
from stage.change change
join stage.reference self
  on self.district_id = change.district_id and self.entity = 'person' and self.id = change.id
join stage.staff staged
  on staged.district_id = change.district_id and staged.clever_id = self.clever_id
where change.entity = 'staff'
  and change.action <> 'deactivate'
union all
select
  change.district_id,
  change.entity,
  change.action,
  change.id,
  self.clever_id,
  self.how,
  hashtextextended(substr(staged::text, length(staged.district_id::text) + length(staged.seq::text) + 4), 0) as content
from stage.change change
join stage.reference self
  on self.district_id = change.district_id and self.entity = 'person' and self.id = change.id
join stage.district_admin staged
  on staged.district_id = change.district_id and staged.clever_id = self.clever_id
where change.entity = 'district_admin'
  and change.action <> 'deactivate'
union all
select
  change.district_id,
  change.entity,
  change.action,
  change.id,
  self.clever_id,
  self.how,
  hashtextextended(substr(staged::text, length(staged.district_id::text) + length(staged.seq::text) + 4), 0) as content
from stage.change change
join stage.reference self
  on self.district_id = change.district_id and self.entity = 'person' and self.id = change.id
join stage.contact staged
  on staged.district_id = change.district_id and staged.clever_id = self.clever_id
where change.entity = 'contact'
  and change.action <> 'deactivate'
union all
select
  change.district_id,
  change.entity,
  change.action,
  change.id,
  self.clever_id,
  self.how,
  hashtextextended(substr(staged::text, length(staged.district_id::text) + length(staged.seq::text) + 4), 0) as content
from stage.change change
join stage.reference self
  on self.district_id = change.district_id and self.entity = 'section' and self.id = change.id
join stage.section staged
  on staged.district_id = change.district_id and staged.clever_id = self.clever_id
where change.entity = 'section'
  and change.action <> 'deactivate';
comment on view stage.planned_value is 'Planned changes of rows with a Clever id, with a hash of the values that they bring.';
