-- resolve-unlisted.sql: count the roster's schools, terms and courses as present where the snapshot cannot say that they left.
--
-- In   districtId  our key of the district
--      runId       the run
-- Out  number of references written, how = kept or named
--
-- kept: their list was not read whole. named: their list lacks them, but students, teachers or classes still name them, which
-- a list that came short looks like; who leaves such a school is planned. Else students and classes would lose their place.
-- Staff do not count: they are shared apart from schools, and name one that is withdrawn. Nor does a rule's own exclusion.
with missing as materialized (
  select
    roster.entity,
    roster.clever_id,
    roster.id,
    (
      select true
      from sync.proven proof
      where proof.district_id = :?districtId and proof.run_id = :?runId and proof.entity = roster.entity
    ) as proven
  from (
    select 'school' as entity, clever_id, id
    from galileo.school
    where district_id = :?districtId and active and origin = 'clever'
    union all
    select 'term', clever_id, id
    from galileo.term
    where district_id = :?districtId and active and origin = 'clever'
    union all
    select 'course', clever_id, id
    from galileo.course
    where district_id = :?districtId and active and origin = 'clever'
  ) roster
  left join stage.reference present
    on present.district_id = :?districtId and present.entity = roster.entity and present.id = roster.id
  where present.id is null
),
named as materialized (
  select distinct missing.entity, missing.id
  from missing
  join lateral (
    select true from stage.student staged
    where missing.entity = 'school'
      and staged.district_id = :?districtId
      and (staged.school = missing.clever_id or missing.clever_id = any (staged.schools))
    union all
    select true from stage.teacher staged
    where missing.entity = 'school'
      and staged.district_id = :?districtId
      and (staged.school = missing.clever_id or missing.clever_id = any (staged.schools))
    union all
    select true from stage.section staged
    where staged.district_id = :?districtId
      and missing.clever_id = case missing.entity
        when 'school' then staged.school
        when 'term' then staged.term
        else staged.course
      end
    limit 1
  ) who on true
  where not exists (
    select from stage.filtered kept_out
    where missing.entity = 'school'
      and kept_out.district_id = :?districtId
      and kept_out.collection = 'schools'
      and kept_out.clever_id = missing.clever_id
  )
)
insert into stage.reference (district_id, entity, clever_id, id, how, kind)
select
  :?districtId,
  missing.entity,
  missing.clever_id,
  missing.id,
  case when missing.proven then 'named' else 'kept' end,
  null
from missing
left join named on named.entity = missing.entity and named.id = missing.id
where missing.proven is not true
  or named.id is not null
