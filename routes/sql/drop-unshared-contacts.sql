-- drop-unshared-contacts.sql: leave out contacts whose last shared student a narrowing rule took away.
--
-- In   districtId  our key of the district
-- Out  number of contacts left out, each kept in stage.filtered
--
-- A contact none of whose students Clever lets us read stays: no rule of ours removed them.
with gone as (
  delete from stage.person staged
  where staged.district_id = :?districtId
    and staged.only_if is not null
    and staged.kind = 'contact'
    and exists (
      select
      from stage.contact_student relation
      join stage.filtered kept_out
        on kept_out.district_id = relation.district_id
        and kept_out.collection = 'users'
        and kept_out.clever_id = relation.student
      where relation.district_id = staged.district_id and relation.contact = staged.clever_id
    )
    and not exists (
      select
      from stage.contact_student relation
      join stage.student student
        on student.district_id = relation.district_id and student.clever_id = relation.student
      where relation.district_id = staged.district_id and relation.contact = staged.clever_id
    )
    and not exists (
      select
      from stage.contact_student relation
      join stage.rejected rejected
        on rejected.district_id = relation.district_id
        and rejected.collection = 'users'
        and rejected.clever_id = relation.student
      where relation.district_id = staged.district_id and relation.contact = staged.clever_id
    )
  returning staged.clever_id, staged.seq, staged.only_if
),
student_gone as (
  delete from stage.student using gone
  where stage.student.district_id = :?districtId and stage.student.clever_id = gone.clever_id
),
teacher_gone as (
  delete from stage.teacher using gone
  where stage.teacher.district_id = :?districtId and stage.teacher.clever_id = gone.clever_id
),
staff_gone as (
  delete from stage.staff using gone
  where stage.staff.district_id = :?districtId and stage.staff.clever_id = gone.clever_id
),
district_admin_gone as (
  delete from stage.district_admin using gone
  where stage.district_admin.district_id = :?districtId and stage.district_admin.clever_id = gone.clever_id
),
contact_gone as (
  delete from stage.contact using gone
  where stage.contact.district_id = :?districtId and stage.contact.clever_id = gone.clever_id
),
contact_student_gone as (
  delete from stage.contact_student using gone
  where stage.contact_student.district_id = :?districtId and stage.contact_student.contact = gone.clever_id
)
insert into stage.filtered (district_id, seq, collection, clever_id, rule)
select
  :?districtId,
  gone.seq,
  'users',
  gone.clever_id,
  gone.only_if
from gone
