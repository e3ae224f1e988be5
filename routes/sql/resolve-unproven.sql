-- resolve-unproven.sql: count the roster's schools, terms and courses as present where the snapshot cannot say that they left.
--
-- In   districtId  our key of the district
--      runId       the run
-- Out  number of references written, how = kept
--
-- Else students and sections would lose their school, term or course to a page that could not be read whole.
insert into stage.reference (district_id, entity, clever_id, id, how, kind)
select
  roster.district_id,
  'school',
  roster.clever_id,
  roster.id,
  'kept',
  null
from galileo.school roster
where roster.district_id = :?districtId
  and roster.active
  and roster.origin = 'clever'
  and (
    select true
    from sync.proven proof
    where proof.district_id = :?districtId and proof.run_id = :?runId and proof.entity = 'school'
  ) is not true
  and not exists (
    select from stage.reference present
    where present.district_id = roster.district_id
      and present.entity = 'school'
      and present.clever_id = roster.clever_id
  )
union all
select
  roster.district_id,
  'term',
  roster.clever_id,
  roster.id,
  'kept',
  null
from galileo.term roster
where roster.district_id = :?districtId
  and roster.active
  and roster.origin = 'clever'
  and (
    select true
    from sync.proven proof
    where proof.district_id = :?districtId and proof.run_id = :?runId and proof.entity = 'term'
  ) is not true
  and not exists (
    select from stage.reference present
    where present.district_id = roster.district_id
      and present.entity = 'term'
      and present.clever_id = roster.clever_id
  )
union all
select
  roster.district_id,
  'course',
  roster.clever_id,
  roster.id,
  'kept',
  null
from galileo.course roster
where roster.district_id = :?districtId
  and roster.active
  and roster.origin = 'clever'
  and (
    select true
    from sync.proven proof
    where proof.district_id = :?districtId and proof.run_id = :?runId and proof.entity = 'course'
  ) is not true
  and not exists (
    select from stage.reference present
    where present.district_id = roster.district_id
      and present.entity = 'course'
      and present.clever_id = roster.clever_id
  )
