-- trip-scopes.sql: find the scopes from which too much would go at once.
--
-- In   districtId  our key of the district
--      share       a larger share of a scope trips (0.10 = 10 %) ...
--      rows        ... if it is at least so many rows
--      emptied     a scope that loses so many rows and its last one trips, whatever the share
-- Out  number of scopes tripped
--
-- Runs for the schools, and again after sum-scopes.sql for the district. Rows without a school count there only. A scope
-- that gets new rows in the same plan is not emptied.
update stage.scope target set
  rule = case
    when gone > :?share::numeric * (active + recent) and gone >= :?rows then 'share'
    else 'emptied'
  end
where district_id = :?districtId
  and rule is null
  and leaving > 0
  and (whole or school_id is not null)
  and (
    gone > :?share::numeric * (active + recent) and gone >= :?rows
    or not whole and active = leaving and gone >= :?emptied and not exists (
      select
      from stage.change arriving
      where arriving.district_id = :?districtId
        and arriving.entity = target.entity
        and arriving.school_id = target.school_id
        and arriving.action in ('create', 'reactivate')
    )
  )
