-- resolve-section.sql: give every section of the snapshot its id: the one we know, or a new one.
--
-- In   districtId  our key of the district
-- Out  number of references written
insert into stage.reference (district_id, entity, clever_id, id, how)
select
  staged.district_id,
  'section',
  staged.clever_id,
  coalesce(known.id, nextval('galileo.section_id_seq')),
  case when known.id is null then 'new' else 'known' end
from stage.section staged
left join galileo.section known
  on known.district_id = staged.district_id and known.clever_id = staged.clever_id
where staged.district_id = :?districtId
