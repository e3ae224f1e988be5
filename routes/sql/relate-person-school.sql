-- relate-person-school.sql: say by our ids who belongs to which school in this snapshot.
--
-- In   districtId  our key of the district
-- Out  number of relations, in stage.person_school_wanted
--
-- A role that we do not know may stand for one that we do: its schools stay (stage.kept_role).
-- Ends that this snapshot does not have are left out; they are counted by count-references.sql.
insert into stage.person_school_wanted (district_id, person_id, school_id, is_primary)
select
  :?districtId,
  person_id,
  school_id,
  bool_or(is_primary)
from (
  select
    self.id as person_id,
    school.id as school_id,
    belongs.is_primary
  from (
    select clever_id, attended as school, false as is_primary
    from stage.student
    cross join unnest(schools) attended
    where district_id = :?districtId and attended is distinct from school
    union all
    select clever_id, school, true
    from stage.student
    where district_id = :?districtId and school is not null
    union all
    select clever_id, attended, false
    from stage.teacher
    cross join unnest(schools) attended
    where district_id = :?districtId
    union all
    select clever_id, school, true
    from stage.teacher
    where district_id = :?districtId and school is not null
    union all
    select clever_id, attended, false
    from stage.staff
    cross join unnest(schools) attended
    where district_id = :?districtId
  ) belongs
  join stage.reference self
    on self.district_id = :?districtId and self.entity = 'person' and self.clever_id = belongs.clever_id
  join stage.reference school
    on school.district_id = :?districtId and school.entity = 'school' and school.clever_id = belongs.school
  union all
  select
    roster.person_id,
    roster.school_id,
    roster.is_primary
  from stage.kept_role kept
  join galileo.person_school roster
    on roster.district_id = :?districtId and roster.person_id = kept.id
  join stage.reference school
    on school.district_id = :?districtId and school.entity = 'school' and school.id = roster.school_id
  where kept.district_id = :?districtId and roster.active and roster.origin = 'clever'
) wanted
group by person_id, school_id
