-- save-probe.sql: keep what Clever answered of a district, its name and its SIS.
--
-- In   district  Clever's id of the district
--      answers   as JSON: ours, and unless that is false name, sisType, state, lastSync, schools, terms, courses, students,
--                sections
-- Out  number of rows inserted or updated, 0 for a district that is not here
with answer as (
  select
    connection.district_id,
    given.ours,
    nullif(given.name, '') as name,
    nullif(given."sisType", '') as sis_type,
    nullif(given.state, '') as state,
    given."lastSync" as last_sync,
    given.schools,
    given.terms,
    given.courses,
    given.students,
    given.sections
  from sync.connection connection
  cross join jsonb_to_record(:?answers::jsonb) as given (
    ours boolean,
    name text,
    "sisType" text,
    state text,
    "lastSync" timestamptz,
    schools boolean,
    terms boolean,
    courses boolean,
    students boolean,
    sections boolean
  )
  where connection.clever_id = :?district
),
free as (
  -- One whose row a publication holds just now gets its name by the next look.
  select
    connection.district_id,
    answer.name,
    answer.sis_type
  from answer
  join sync.connection connection using (district_id)
  where (connection.name, connection.sis_type)
    is distinct from
      (coalesce(answer.name, connection.name), coalesce(answer.sis_type, connection.sis_type))
  for update of connection skip locked
),
named as (
  update sync.connection target set
    name = coalesce(free.name, target.name),
    sis_type = coalesce(free.sis_type, target.sis_type)
  from free
  where target.district_id = free.district_id
)
insert into sync.probe (
  district_id,
  probed_at,
  is_ours,
  state,
  last_sync,
  schools,
  terms,
  courses,
  students,
  sections
)
select
  district_id,
  now(),
  ours,
  state,
  last_sync,
  schools,
  terms,
  courses,
  students,
  sections
from answer
on conflict (district_id) do update set
  probed_at = excluded.probed_at,
  is_ours = excluded.is_ours,
  state = excluded.state,
  last_sync = excluded.last_sync,
  schools = excluded.schools,
  terms = excluded.terms,
  courses = excluded.courses,
  students = excluded.students,
  sections = excluded.sections,
  failed_at = null,
  problem = null,
  error_class = null
