-- withhold.sql: take the rows that are marked held or protected out of what will be published.
--
-- In   districtId  our key of the district
-- Out  number of rows moved to stage.withheld
--
-- Moved, not skipped: no statement of the publication can forget to look at a mark.
with marked as (
  delete from stage.change
  where district_id = :?districtId
    and verdict is not null
  returning district_id, entity, action, id, a, b, school_id, verdict, cause
)
insert into stage.withheld (district_id, entity, action, id, a, b, school_id, verdict, cause)
select
  district_id,
  entity,
  action,
  id,
  a,
  b,
  school_id,
  verdict,
  cause
from marked
