-- resolve-staying.sql: count the schools whose departure is withheld as present.
--
-- In   districtId  our key of the district
-- Out  number of references written, how = staying
--
-- Else a student or teacher who is listed and still names such a school would lose it at once. Not a school that stays only
-- because one row needs it: it lets the others go (keep-with-schools.sql).
insert into stage.reference (district_id, entity, clever_id, id, how, kind)
select
  school.district_id,
  'school',
  school.clever_id,
  school.id,
  'staying',
  null
from stage.withheld withheld
join galileo.school school
  on school.district_id = withheld.district_id and school.id = withheld.id and school.origin = 'clever'
where withheld.district_id = :?districtId
  and withheld.entity = 'school'
  and withheld.action = 'deactivate'
  and (
    withheld.cause <> 'a row that stays hangs on it'
    or withheld.id in (
      select school_id
      from stage.scope
      where district_id = :?districtId and rule is not null and school_id is not null
    )
  )
