-- purge-reports.sql: leave only counts in the reports of a district's runs: others of their parts name records.
--
-- In   districtId  our key of the district
-- Out  number of reports
--
-- In the transaction of hold-district.sql. Parts that may stay are named, so that a part that is new goes.
update sync.run target set
  report = (
    select jsonb_object_agg(part.key, part.value)
    from jsonb_each(target.report) part
    where part.key in (
      'run', 'district', 'outcome', 'errorClass', 'dryRun', 'apiVersion', 'records', 'pages', 'entities', 'collections')
  )
where target.district_id = :?districtId::int
  and target.report is not null
