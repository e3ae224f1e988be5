-- drop-outdated.sql: take out of the stage what events tell of an older state than the roster holds.
--
-- In   districtId  our key of the district
-- Out  one row: people, sections, schools
--
-- Only in a run that follows events: a full run has read the rest of the feed before it. Terms and courses have no such moment.
-- A deletion of an older state is one that was taken back before the snapshot was read, which has the record again.
with
person_gone as (
  delete from stage.person staged
  using galileo.person roster
  where staged.district_id = :?districtId
    and roster.district_id = :?districtId
    and roster.clever_id = staged.clever_id
    and roster.clever_last_modified > staged.clever_last_modified
  returning staged.clever_id
),
student_gone as (
  delete from stage.student staged using person_gone
  where staged.district_id = :?districtId and staged.clever_id = person_gone.clever_id
),
teacher_gone as (
  delete from stage.teacher staged using person_gone
  where staged.district_id = :?districtId and staged.clever_id = person_gone.clever_id
),
staff_gone as (
  delete from stage.staff staged using person_gone
  where staged.district_id = :?districtId and staged.clever_id = person_gone.clever_id
),
district_admin_gone as (
  delete from stage.district_admin staged using person_gone
  where staged.district_id = :?districtId and staged.clever_id = person_gone.clever_id
),
contact_gone as (
  delete from stage.contact staged using person_gone
  where staged.district_id = :?districtId and staged.clever_id = person_gone.clever_id
),
contact_student_gone as (
  delete from stage.contact_student staged using person_gone
  where staged.district_id = :?districtId and staged.contact = person_gone.clever_id
),
section_gone as (
  delete from stage.section staged
  using galileo.section roster
  where staged.district_id = :?districtId
    and roster.district_id = :?districtId
    and roster.clever_id = staged.clever_id
    and roster.clever_last_modified > staged.clever_last_modified
  returning staged.clever_id
),
school_gone as (
  delete from stage.school staged
  using galileo.school roster
  where staged.district_id = :?districtId
    and roster.district_id = :?districtId
    and roster.clever_id = staged.clever_id
    and roster.clever_last_modified > staged.clever_last_modified
  returning staged.clever_id
),
deletion_gone as (
  delete from stage.deletion told
  where told.district_id = :?districtId
    and (
      told.collection = 'users' and exists (
        select from galileo.person roster
        where roster.district_id = :?districtId
          and roster.clever_id = told.clever_id
          and roster.active
          and roster.clever_last_modified > told.clever_last_modified
      )
      or told.collection = 'sections' and exists (
        select from galileo.section roster
        where roster.district_id = :?districtId
          and roster.clever_id = told.clever_id
          and roster.active
          and roster.clever_last_modified > told.clever_last_modified
      )
      or told.collection = 'schools' and exists (
        select from galileo.school roster
        where roster.district_id = :?districtId
          and roster.clever_id = told.clever_id
          and roster.active
          and roster.clever_last_modified > told.clever_last_modified
      )
    )
  returning told.collection
)
select
  (select count(*) from person_gone) + (select count(*) from deletion_gone where collection = 'users') as people,
  (select count(*) from section_gone) + (select count(*) from deletion_gone where collection = 'sections') as sections,
  (select count(*) from school_gone) + (select count(*) from deletion_gone where collection = 'schools') as schools
