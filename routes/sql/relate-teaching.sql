-- relate-teaching.sql: say by our ids who teaches what in this snapshot.
--
-- In   districtId  our key of the district
-- Out  number of relations, in stage.teaching_wanted
--
-- Only teachers teach; somebody whose record is in quarantine, or whose role as a teacher we cannot see, still does.
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
join stage.reference teacher
  on teacher.district_id = :?districtId and teacher.entity = 'person' and teacher.clever_id = member
where staged.district_id = :?districtId
  and ((
      teacher.how = 'kept'
      and exists (
        select from galileo.teacher roster
        where roster.district_id = :?districtId
          and roster.id = teacher.id
          and roster.active
          and roster.origin = 'clever'
      )
    )
    or exists (
      select from stage.teacher listed
      where listed.district_id = :?districtId and listed.clever_id = member
    )
    or exists (
      select from stage.kept_role kept
      where kept.district_id = :?districtId and kept.clever_id = member and kept.role = 'teacher'
    ))
group by section.id, teacher.id
