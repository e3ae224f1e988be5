-- count-references.sql: count references to records that this snapshot does not have.
--
-- In   districtId  our key of the district
-- Out  one row a kind of reference: reference, missing
--
-- Clever names students whom we may not read; that is no error. Those kept out by our own rules are not counted.
with filtered as (
  select exists (
    select from stage.filtered where district_id = :?districtId and collection = 'users'
  ) as any
),
listed as (
  select
    (select coalesce(sum(cardinality(students)), 0) from stage.section where district_id = :?districtId)
    - (select coalesce(sum(members), 0) from stage.membership where district_id = :?districtId)
    - (
      select count(*)
      from filtered
      cross join stage.section section
      cross join unnest(section.students) member
      join stage.filtered kept_out
        on kept_out.district_id = section.district_id
        and kept_out.collection = 'users'
        and kept_out.clever_id = member
      where filtered.any and section.district_id = :?districtId
    ) as missing
)
select 'enrollment.student' as reference, missing from listed where missing > 0
union all
select 'teaching.teacher', count(*)
from stage.section section
cross join unnest(section.teachers || section.teacher) member
where section.district_id = :?districtId
  and member is not null
  and not exists (
    select from stage.teacher teacher
    where teacher.district_id = section.district_id and teacher.clever_id = member
  )
  and not exists (
    select from stage.filtered kept_out
    where kept_out.district_id = section.district_id
      and kept_out.collection = 'users'
      and kept_out.clever_id = member
  )
having count(*) > 0
union all
select 'contact_student.student', count(*)
from stage.contact_student relation
where relation.district_id = :?districtId
  and not exists (
    select from stage.student student
    where student.district_id = relation.district_id and student.clever_id = relation.student
  )
  and not exists (
    select from stage.filtered kept_out
    where kept_out.district_id = relation.district_id
      and kept_out.collection = 'users'
      and kept_out.clever_id = relation.student
  )
having count(*) > 0
union all
select 'section.course', count(*)
from stage.section section
left join stage.course course
  on course.district_id = section.district_id and course.clever_id = section.course
where section.district_id = :?districtId and section.course is not null and course.clever_id is null
having count(*) > 0
union all
select 'section.term', count(*)
from stage.section section
left join stage.term term
  on term.district_id = section.district_id and term.clever_id = section.term
where section.district_id = :?districtId and section.term is not null and term.clever_id is null
having count(*) > 0
union all
select 'section.school', count(*)
from stage.section section
left join stage.school school
  on school.district_id = section.district_id and school.clever_id = section.school
where section.district_id = :?districtId
  and section.school is not null
  and school.clever_id is null
  and not exists (
    select from stage.filtered kept_out
    where kept_out.district_id = section.district_id
      and kept_out.collection = 'schools'
      and kept_out.clever_id = section.school
  )
having count(*) > 0
union all
select 'student.school', count(*)
from stage.student student
left join stage.school school
  on school.district_id = student.district_id and school.clever_id = student.school
where student.district_id = :?districtId
  and student.school is not null
  and school.clever_id is null
  and not exists (
    select from stage.filtered kept_out
    where kept_out.district_id = student.district_id
      and kept_out.collection = 'schools'
      and kept_out.clever_id = student.school
  )
having count(*) > 0
