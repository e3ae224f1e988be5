-- plan-told-membership.sql: find the classes of which events tell that other students sit in them.
--
-- In   districtId  our key of the district
-- Out  number of sections compared, in stage.membership
--
-- Instead of plan-membership.sql in a run that follows events: a class that is told with its list, one that is deleted, and those
-- of students who are none any more, which lose these and nobody else.
with listed as materialized (
  select distinct id
  from stage.told
  where district_id = :?districtId and entity = 'section'
),
wanted as (
  select
    section_id,
    count(*)::integer as members,
    bit_xor(hashint8extended(student_id, 0)) as fingerprint
  from stage.enrollment_wanted
  where district_id = :?districtId
  group by section_id
),
present as (
  select
    listed.id as section_id,
    count(*)::integer as members,
    bit_xor(hashint8extended(roster.student_id, 0)) as fingerprint
  from listed
  join galileo.enrollment roster
    on roster.district_id = :?districtId
    and roster.section_id = listed.id
    and roster.active_until is null
    and roster.origin = 'clever'
  group by listed.id
)
insert into stage.membership (district_id, section_id, members, changed)
select
  :?districtId::int,
  listed.id,
  coalesce(wanted.members, 0),
  (wanted.members, wanted.fingerprint) is distinct from (present.members, present.fingerprint)
from listed
left join wanted on wanted.section_id = listed.id
left join present on present.section_id = listed.id
union all
select
  :?districtId::int,
  left_by.section_id,
  0,
  true
from (
  select distinct roster.section_id
  from stage.told leaver
  join galileo.enrollment roster
    on roster.district_id = :?districtId
    and roster.student_id = leaver.id
    and roster.active_until is null
    and roster.origin = 'clever'
  where leaver.district_id = :?districtId
    and leaver.entity = 'student'
    and roster.section_id not in (select id from listed)
) left_by
