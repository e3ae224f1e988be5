-- trip-scopes.sql: find the scopes from which too much would go at once.
--
-- In   districtId  our key of the district
--      share       a larger share of a scope trips (0.10 = 10 %) ...
--      rows        ... if it is at least so many rows
--      emptied     a scope that loses so many rows and its last one trips, whatever the share
-- Out  number of scopes tripped
--
-- Runs for the schools, and again after sum-scopes.sql for the district. Rows without a school count there only.
update stage.scope set
  rule = case when active = leaving then 'emptied' else 'share' end
where district_id = :?districtId
  and rule is null
  and leaving > 0
  and (whole or school_id is not null)
  and (
    gone > :?share::numeric * (active + recent) and gone >= :?rows
    or active = leaving and gone >= :?emptied
  )
