-- purge-traces.sql: forget whom a district did not share, whose records could not be read, who was asked about, what was held,
-- who is signed in, what was found on the way to its schedule.
--
-- In   districtId  our key of the district
-- Out  one row
--
-- In the transaction of hold-district.sql; clear-stage.sql does the same for the scratch tables.
with
filtered_gone as (delete from sync.filtered_id where district_id = :?districtId::int),
quarantine_gone as (delete from sync.quarantine where district_id = :?districtId::int),
alert_gone as (delete from sync.alert where district_id = :?districtId::int),
checklist_gone as (delete from sync.checklist where district_id = :?districtId::int),
probe_gone as (delete from sync.probe where district_id = :?districtId::int),
held_gone as (delete from sync.held_row where district_id = :?districtId::int),
session_gone as (
  delete from sso.spring_session
  where principal_name >= :?districtId::text || ':' and principal_name < :?districtId::text || ';'
),
count_gone as (delete from sync.active_count where district_id = :?districtId::int),
plan_gone as (delete from sync.held_plan where district_id = :?districtId::int),
withheld_gone as (delete from stage.withheld where district_id = :?districtId::int)
select 1 as forgotten
