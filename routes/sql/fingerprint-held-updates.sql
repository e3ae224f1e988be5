-- fingerprint-held-updates.sql: remember of held updates which values they would bring, as a hash.
--
-- In   districtId  our key of the district
-- Out  number of rows
--
-- A staged row as text, without district and place in the walk. Whoever approves an update approves these values.
update stage.withheld target set
  content = new_values.content
from (
  select
    'person' as entity,
    clever_id,
    hashtextextended(substr(staged::text, length(staged.district_id::text) + length(staged.seq::text) + 4), 0) as content
  from stage.person staged
  where district_id = :?districtId and exists (
    select from stage.withheld where district_id = :?districtId and action <> 'deactivate'
  )
  union all
  select
    'student',
    clever_id,
    hashtextextended(substr(staged::text, length(staged.district_id::text) + length(staged.seq::text) + 4), 0)
  from stage.student staged
  where district_id = :?districtId and exists (
    select from stage.withheld where district_id = :?districtId and action <> 'deactivate'
  )
) new_values
join stage.reference self
  on self.district_id = :?districtId and self.entity = 'person' and self.clever_id = new_values.clever_id
where target.district_id = :?districtId
  and target.action <> 'deactivate'
  and target.entity = new_values.entity
  and target.id = self.id
