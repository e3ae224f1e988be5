-- report-identities.sql: how many arrivals wait, or may be known already.
--
-- In   districtId  our key of the district
-- Out  one row a kind: how, people
select
  how,
  count(*) as people
from stage.identity
where district_id = :?districtId
group by how
order by how
