-- plan-teaching.sql: plan the teaching that begins, and switches of the primary teacher.
--
-- In   districtId  our key of the district
-- Out  number of rows planned in stage.change
insert into stage.change (district_id, entity, action, id, a, b, school_id)
select
  wanted.district_id,
  'teaching',
  case when roster.id is null then 'create' else 'update' end,
  roster.id,
  wanted.section_id,
  wanted.teacher_id,
  section.school_id
from stage.teaching_wanted wanted
join stage.section_wanted section
  on section.district_id = wanted.district_id and section.id = wanted.section_id
left join galileo.teaching roster
  on roster.district_id = wanted.district_id
  and roster.section_id = wanted.section_id
  and roster.teacher_id = wanted.teacher_id
  and roster.active_until is null
  and roster.origin = 'clever'
where wanted.district_id = :?districtId
  and (roster.id is null or roster.is_primary <> wanted.is_primary)
