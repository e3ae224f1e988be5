-- purge-journal.sql: drop the values from the journal of a district; that something changed, when and where, stays.
--
-- In   districtId  our key of the district
-- Out  number of entries
--
-- In the transaction of hold-district.sql. An entry whose values are gone has the names of its columns in columns.
update sync.journal set
  columns = array(
    select key from jsonb_object_keys(coalesce(before, '{}') || coalesce(after, '{}')) key order by key
  ),
  before = null,
  after = null
where district_id = :?districtId::int
  and (before is not null or after is not null)
