-- plan-membership.sql: find the sections in which other students sit than the roster says.
--
-- In   districtId  our key of the district
-- Out  number of sections compared, in stage.membership
--
-- One fingerprint a section and side first: a night without changes then never expands three million enrollments.
-- Fingerprints are made from the rows as they are now, so a row edited by hand is seen.
insert into stage.membership (district_id, section_id, members, changed)
select
  :?districtId,
  section_id,
  coalesce(wanted.members, 0),
  (wanted.members, wanted.fingerprint) is distinct from (current.members, current.fingerprint)
from (
  select
    section_id,
    count(*)::integer as members,
    bit_xor(hashint8extended(student_id, 0)) as fingerprint
  from stage.enrollment_wanted
  where district_id = :?districtId
  group by section_id
) wanted
full join (
  select
    section_id,
    count(*)::integer as members,
    bit_xor(hashint8extended(student_id, 0)) as fingerprint
  from stage.enrollment_current
  where district_id = :?districtId
  group by section_id
) current using (section_id)
