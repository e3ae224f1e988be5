-- resolve-person.sql: give every person of the snapshot an id: known, re-keyed, adopted, or new.
--
-- In   districtId  our key of the district
-- Out  number of references written
--
-- Somebody deferred, and somebody with unknown roles only who is new or had left, gets none and is not written.
insert into stage.reference (district_id, entity, clever_id, id, how, kind)
select
  staged.district_id,
  'person',
  staged.clever_id,
  coalesce(known.id, found.id, nextval('galileo.person_id_seq')),
  case
    when known.id is not null and staged.kind is null then 'kept'
    when known.id is not null then 'known'
    when found.how is not null then found.how
    else 'new'
  end,
  coalesce(staged.kind, case when exists (
    select from galileo.student student
    where student.district_id = staged.district_id and student.id = known.id and student.active
  ) then 'student' end)
from stage.person staged
left join galileo.person known
  on known.district_id = staged.district_id and known.clever_id = staged.clever_id
left join stage.identity found
  on found.district_id = staged.district_id
  and found.clever_id = staged.clever_id
  and found.how in ('re-key', 'adopt', 'defer')
where staged.district_id = :?districtId
  and found.how is distinct from 'defer'
  and (known.active or staged.kind is not null)
