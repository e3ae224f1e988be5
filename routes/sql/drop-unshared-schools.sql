-- drop-unshared-schools.sql: leave out conditionally shared schools in which no shared section is held.
--
-- In   districtId  our key of the district
-- Out  number of schools left out, each kept in stage.filtered with its rule
with gone as (
  delete from stage.school staged
  where staged.district_id = :?districtId
    and staged.only_if is not null
    and not exists (
      select
      from stage.section section
      where section.district_id = staged.district_id and section.school = staged.clever_id
    )
  returning staged.clever_id, staged.seq, staged.only_if
)
insert into stage.filtered (district_id, seq, collection, clever_id, rule)
select
  :?districtId,
  gone.seq,
  'schools',
  gone.clever_id,
  gone.only_if
from gone
