-- report-grades.sql: how many students of the snapshot have no exact grade level, and at which schools.
--
-- In   districtId  our key of the district
-- Out  one row a school, those with most of them first, at most 20, and one for the whole district (school is null):
--      school, name, students, without (blank or Ungraded), other, unknown (no rule knows it)
with level as (
  select
    student.school,
    count(*) as students,
    count(*) filter (where student.grade is null and coalesce(student.grade_raw, 'Ungraded') = 'Ungraded') as without,
    count(*) filter (where student.grade_raw = 'Other') as other,
    count(*) filter (where student.grade is null and student.grade_raw not in ('Ungraded', 'Other')) as unknown
  from stage.student student
  where student.district_id = :?districtId
  group by student.school
),
worst as (
  select
    level.school,
    level.students,
    level.without,
    level.other,
    level.unknown,
    level.without + level.other + level.unknown as inexact
  from level
  where level.school is not null
    and level.without + level.other + level.unknown > 0
  order by inexact desc, level.school
  limit 20
),
named as (
  select
    worst.school,
    school.name,
    worst.students,
    worst.without,
    worst.other,
    worst.unknown,
    worst.inexact
  from worst
  left join stage.school school
    on school.district_id = :?districtId and school.clever_id = worst.school
)
select
  named.school,
  named.name,
  named.students,
  named.without,
  named.other,
  named.unknown,
  named.inexact
from named
union all
select
  null,
  null,
  coalesce(sum(level.students), 0),
  coalesce(sum(level.without), 0),
  coalesce(sum(level.other), 0),
  coalesce(sum(level.unknown), 0),
  coalesce(sum(level.without + level.other + level.unknown), 0)
from level
order by inexact desc, school nulls last
