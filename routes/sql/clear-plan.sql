-- clear-plan.sql: empty what planning writes for one district.
--
-- In   districtId  our key of the district
-- Out  one row
--
-- Planning is always done anew: a run that died in the middle of it has left a part.
with
reference_gone as (delete from stage.reference where district_id = :?districtId),
arrival_gone as (delete from stage.arrival where district_id = :?districtId),
identity_gone as (delete from stage.identity where district_id = :?districtId),
membership_gone as (delete from stage.membership where district_id = :?districtId),
person_school_gone as (delete from stage.person_school_wanted where district_id = :?districtId),
contact_of_gone as (delete from stage.contact_student_wanted where district_id = :?districtId),
teaching_gone as (delete from stage.teaching_wanted where district_id = :?districtId),
told_gone as (delete from stage.told where district_id = :?districtId),
plan_gone as (delete from stage.change where district_id = :?districtId),
withheld_gone as (delete from stage.withheld where district_id = :?districtId),
reread_gone as (delete from stage.reread where district_id = :?districtId)
select 1 as cleared
