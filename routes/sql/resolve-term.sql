-- resolve-term.sql: give every term of the snapshot its id: the one we know, that of a term it replaces, or a new one.
--
-- In   districtId  our key of the district
--      runId       the run: only a collection that is proven complete, or an event, can say that something left
-- Out  number of references written
--
-- Clever often gives terms new ids. One that left and one that came with equal name and dates are the same,
-- if each has no other match.
with arrived as (
  select
    staged.clever_id,
    coalesce(name, '') || '|' || coalesce(start_date::text, '') || '|' || coalesce(end_date::text, '') as likeness,
    count(*) over (partition by coalesce(name, '') || '|' || coalesce(start_date::text, '') || '|' || coalesce(end_date::text, '')) as alike
  from stage.term staged
  where staged.district_id = :?districtId
    and not exists (
      select from galileo.term known
      where known.district_id = staged.district_id and known.clever_id = staged.clever_id
    )
),
gone as (
  select
    roster.id,
    coalesce(name, '') || '|' || coalesce(start_date::text, '') || '|' || coalesce(end_date::text, '') as likeness,
    count(*) over (partition by coalesce(name, '') || '|' || coalesce(start_date::text, '') || '|' || coalesce(end_date::text, '')) as alike
  from (
    select
      district_id,
      clever_id,
      id,
      name,
      start_date,
      end_date
    from galileo.term
    where district_id = :?districtId
      and active
      and origin = 'clever'
      and (
        select true
        from sync.proven proof
        where proof.district_id = :?districtId and proof.run_id = :?runId and proof.entity = 'term'
      )
    union all
    select
      left_now.district_id,
      left_now.clever_id,
      left_now.id,
      left_now.name,
      left_now.start_date,
      left_now.end_date
    from stage.deletion told
    join galileo.term left_now
      on left_now.district_id = told.district_id and left_now.clever_id = told.clever_id and left_now.active
    where told.district_id = :?districtId and told.collection = 'terms'
  ) roster
  where not exists (
      select from stage.term staged
      where staged.district_id = roster.district_id and staged.clever_id = roster.clever_id
    )
    and not exists (
      select from stage.rejected rejected
      where rejected.district_id = roster.district_id
        and rejected.collection = 'terms'
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
  'term',
  staged.clever_id,
  coalesce(known.id, same.id, nextval('galileo.term_id_seq')),
  case
    when known.id is not null then 'known'
    when same.id is not null then 're-key'
    else 'new'
  end
from stage.term staged
left join galileo.term known
  on known.district_id = staged.district_id and known.clever_id = staged.clever_id
left join same on same.clever_id = staged.clever_id
where staged.district_id = :?districtId
