-- clear-guard.sql: forget what the guard has counted and withheld in this district.
--
-- In   districtId  our key of the district
-- Out  one row
with
scope_gone as (delete from stage.scope where district_id = :?districtId),
withheld_gone as (delete from stage.withheld where district_id = :?districtId)
select 1 as cleared
