-- report-rule-matches.sql: the values of sharing rules that matched a record.
--
-- In   districtId  our key of the district
-- Out  one row a value: rule_value
select distinct rule_value
from stage.rule_match
where district_id = :?districtId
