-- relate-teaching.sql: say by our ids who teaches what in this snapshot.
--
-- In   districtId  our key of the district
-- Out  number of relations, in stage.teaching_wanted
--
-- Only teachers teach; somebody whose record is in quarantine, or whose role as a teacher we cannot see, still does, and so does
-- whom a run that follows events has not read.
with may_teach as materialized (
  select clever_id
  from stage.teacher
  where district_id = :?districtId
  union
  select clever_id
  from stage.kept_role
  where district_id = :?districtId and role = 'teacher'
  union
  select present.clever_id
  from stage.reference present
  join galileo.teacher roster
    on roster.district_id = :?districtId
    and roster.id = present.id
    and roster.active
    and roster.origin = 'clever'
  where present.district_id = :?districtId and present.entity = 'person' and present.how in ('kept', 'roster')
)
insert into stage.teaching_wanted (district_id, section_id, teacher_id, is_primary)
select
  :?districtId,
  section.id,
  teacher.id,
  bool_or(member = staged.teacher) is true
from stage.section staged
join stage.reference section
  on section.district_id = :?districtId and section.entity = 'section' and section.clever_id = staged.clever_id
cross join unnest(staged.teachers || staged.teacher) member
join may_teach on may_teach.clever_id = member
join stage.reference teacher
  on teacher.district_id = :?districtId and teacher.entity = 'person' and teacher.clever_id = member
where staged.district_id = :?districtId
group by section.id, teacher.id
