-- register-district.sql: give a district that is new here a key of its own.
--
-- In   district    Clever's id of the district
-- Out  number of rows inserted, 0 or 1
--
-- Running it twice changes nothing.
insert into sync.connection (clever_id)
values (:?district)
on conflict (clever_id) do nothing
