-- clear-stage.sql: empty the scratch tables of one district, checkpoints included.
--
-- In   districtId  our key of the district
-- Out  one row
--
-- Before every walk, and after a run.
with
district_gone as (delete from stage.district where district_id = :?districtId),
school_gone as (delete from stage.school where district_id = :?districtId),
term_gone as (delete from stage.term where district_id = :?districtId),
course_gone as (delete from stage.course where district_id = :?districtId),
person_gone as (delete from stage.person where district_id = :?districtId),
student_gone as (delete from stage.student where district_id = :?districtId),
teacher_gone as (delete from stage.teacher where district_id = :?districtId),
staff_gone as (delete from stage.staff where district_id = :?districtId),
district_admin_gone as (delete from stage.district_admin where district_id = :?districtId),
contact_gone as (delete from stage.contact where district_id = :?districtId),
section_gone as (delete from stage.section where district_id = :?districtId),
contact_student_gone as (delete from stage.contact_student where district_id = :?districtId),
filtered_gone as (delete from stage.filtered where district_id = :?districtId),
rejected_gone as (delete from stage.rejected where district_id = :?districtId),
rule_match_gone as (delete from stage.rule_match where district_id = :?districtId),
deletion_gone as (delete from stage.deletion where district_id = :?districtId),
told_gone as (delete from stage.told where district_id = :?districtId),
reread_gone as (delete from stage.reread where district_id = :?districtId),
plan_gone as (delete from stage.change where district_id = :?districtId),
scope_gone as (delete from stage.scope where district_id = :?districtId),
withheld_gone as (delete from stage.withheld where district_id = :?districtId),
person_school_gone as (delete from stage.person_school_wanted where district_id = :?districtId),
contact_of_gone as (delete from stage.contact_student_wanted where district_id = :?districtId),
teaching_gone as (delete from stage.teaching_wanted where district_id = :?districtId),
reference_gone as (delete from stage.reference where district_id = :?districtId),
arrival_gone as (delete from stage.arrival where district_id = :?districtId),
identity_gone as (delete from stage.identity where district_id = :?districtId),
membership_gone as (delete from stage.membership where district_id = :?districtId),
checkpoint_gone as (delete from sync.run_collection where district_id = :?districtId)
select 1 as cleared
