-- resolve-course.sql: give every course of the snapshot its id: the one we know, that of a course it replaces, or a new one.
--
-- In   districtId  our key of the district
--      runId       the run: only a collection that is proven complete, or an event, can say that something left
-- Out  number of references written
--
-- Clever often gives courses new ids. One that left and one that came with equal number, or without one the name are the same,
-- if each has no other match.
with arrived as (
  select
    staged.clever_id,
    coalesce('number ' || number, 'name ' || name) as likeness,
    count(*) over (partition by coalesce('number ' || number, 'name ' || name)) as alike
  from stage.course staged
  where staged.district_id = :?districtId
    and not exists (
      select from galileo.course known
      where known.district_id = staged.district_id and known.clever_id = staged.clever_id
    )
),
gone as (
  select
    roster.id,
    coalesce('number ' || number, 'name ' || name) as likeness,
    count(*) over (partition by coalesce('number ' || number, 'name ' || name)) as alike
  from (
    select
      district_id,
      clever_id,
      id,
      number,
      name
    from galileo.course
    where district_id = :?districtId
      and active
      and origin = 'clever'
      and (
        select true
        from sync.proven proof
        where proof.district_id = :?districtId and proof.run_id = :?runId and proof.entity = 'course'
      )
    union all
    select
      left_now.district_id,
      left_now.clever_id,
      left_now.id,
      left_now.number,
      left_now.name
    from stage.deletion told
    join galileo.course left_now
      on left_now.district_id = told.district_id and left_now.clever_id = told.clever_id and left_now.active
    where told.district_id = :?districtId and told.collection = 'courses'
  ) roster
  where not exists (
      select from stage.course staged
      where staged.district_id = roster.district_id and staged.clever_id = roster.clever_id
    )
    and not exists (
      select from stage.rejected rejected
      where rejected.district_id = roster.district_id
        and rejected.collection = 'courses'
        and rejected.clever_id = roster.clever_id
    )
),
same as (
  select
    arrived.clever_id,
    gone.id
  from arrived
  join gone on gone.likeness = arrived.likeness
  where arrived.alike = 1
    and gone.alike = 1
    and arrived.likeness not in ('', '||')
)
insert into stage.reference (district_id, entity, clever_id, id, how)
select
  staged.district_id,
  'course',
  staged.clever_id,
  coalesce(known.id, same.id, nextval('galileo.course_id_seq')),
  case
    when known.id is not null then 'known'
    when same.id is not null then 're-key'
    else 'new'
  end
from stage.course staged
left join galileo.course known
  on known.district_id = staged.district_id and known.clever_id = staged.clever_id
left join same on same.clever_id = staged.clever_id
where staged.district_id = :?districtId
