-- drop-emptied-sections.sql: leave out sections that lost their last shared student to a narrowing rule.
--
-- In   districtId  our key of the district
-- Out  number of sections left out, each kept in stage.filtered
--
-- A section that Clever itself gave without readable students stays: no rule of ours emptied it.
with emptied as (
  select section.clever_id
  from stage.section section
  cross join unnest(section.students) member
  left join stage.person student
    on student.district_id = section.district_id and student.clever_id = member
  left join stage.filtered kept_out
    on kept_out.district_id = section.district_id
    and kept_out.collection = 'users'
    and kept_out.clever_id = member
  left join stage.rejected rejected
    on rejected.district_id = section.district_id
    and rejected.collection = 'users'
    and rejected.clever_id = member
  where section.district_id = :?districtId
  group by section.clever_id
  having count(student.clever_id) = 0 and count(rejected.clever_id) = 0 and count(kept_out.clever_id) > 0
),
gone as (
  delete from stage.section staged
  using emptied
  where staged.district_id = :?districtId and staged.clever_id = emptied.clever_id
  returning staged.clever_id, staged.seq
)
insert into stage.filtered (district_id, seq, collection, clever_id, rule)
select
  :?districtId,
  gone.seq,
  'sections',
  gone.clever_id,
  'follows.students'
from gone
