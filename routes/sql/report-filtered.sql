-- report-filtered.sql: how many ids each sharing rule kept out.
--
-- In   districtId  our key of the district
-- Out  one row a rule and collection: collection, rule, ids
select
  collection,
  rule,
  count(*) as ids
from stage.filtered
where district_id = :?districtId
group by collection, rule
order by collection, rule
