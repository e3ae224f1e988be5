-- remember-state.sql: remember in which state most schools of a district are, for its time zone.
--
-- In   districtId  our key of the district
--      epoch       the epoch of the run that has read them
-- Out  number of rows updated, 0 when it is known, no school says it, or the run has lost its fence
update sync.connection target set
  us_state = most.state
from (
  select upper(trim(school.state)) as state
  from stage.school school
  where school.district_id = :?districtId
    and trim(school.state) ~ '^[A-Za-z]{2}$'
  group by upper(trim(school.state))
  order by count(*) desc, upper(trim(school.state))
  limit 1
) most
where target.district_id = :?districtId
  and target.epoch = :?epoch
  and target.us_state is distinct from most.state
