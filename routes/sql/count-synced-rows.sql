-- count-synced-rows.sql: count what is left of a district in schema galileo, and of its people's sign-ins.
--
-- In   districtId  our key of the district
-- Out  rows: entity, synced, by_hand
select 'enrollment' as entity, count(*) filter (where origin = 'clever') as synced, count(*) filter (where origin = 'manual') as by_hand
from galileo.enrollment where district_id = :?districtId::int
union all
select 'teaching' as entity, count(*) filter (where origin = 'clever') as synced, count(*) filter (where origin = 'manual') as by_hand
from galileo.teaching where district_id = :?districtId::int
union all
select 'contact_student' as entity, count(*) filter (where origin = 'clever') as synced, count(*) filter (where origin = 'manual') as by_hand
from galileo.contact_student where district_id = :?districtId::int
union all
select 'person_school' as entity, count(*) filter (where origin = 'clever') as synced, count(*) filter (where origin = 'manual') as by_hand
from galileo.person_school where district_id = :?districtId::int
union all
select 'section' as entity, count(*) filter (where origin = 'clever') as synced, count(*) filter (where origin = 'manual') as by_hand
from galileo.section where district_id = :?districtId::int
union all
select 'contact' as entity, count(*) filter (where origin = 'clever') as synced, count(*) filter (where origin = 'manual') as by_hand
from galileo.contact where district_id = :?districtId::int
union all
select 'district_admin' as entity, count(*) filter (where origin = 'clever') as synced, count(*) filter (where origin = 'manual') as by_hand
from galileo.district_admin where district_id = :?districtId::int
union all
select 'staff' as entity, count(*) filter (where origin = 'clever') as synced, count(*) filter (where origin = 'manual') as by_hand
from galileo.staff where district_id = :?districtId::int
union all
select 'teacher' as entity, count(*) filter (where origin = 'clever') as synced, count(*) filter (where origin = 'manual') as by_hand
from galileo.teacher where district_id = :?districtId::int
union all
select 'student' as entity, count(*) filter (where origin = 'clever') as synced, count(*) filter (where origin = 'manual') as by_hand
from galileo.student where district_id = :?districtId::int
union all
select 'person' as entity, count(*) filter (where origin = 'clever') as synced, count(*) filter (where origin = 'manual') as by_hand
from galileo.person where district_id = :?districtId::int
union all
select 'course' as entity, count(*) filter (where origin = 'clever') as synced, count(*) filter (where origin = 'manual') as by_hand
from galileo.course where district_id = :?districtId::int
union all
select 'term' as entity, count(*) filter (where origin = 'clever') as synced, count(*) filter (where origin = 'manual') as by_hand
from galileo.term where district_id = :?districtId::int
union all
select 'school' as entity, count(*) filter (where origin = 'clever') as synced, count(*) filter (where origin = 'manual') as by_hand
from galileo.school where district_id = :?districtId::int
union all
select 'district', count(*), 0
from galileo.district where district_id = :?districtId::int
union all
select 'attempt', count(*), 0
from sso.attempt where district_id = :?districtId::int and (clever_id is not null or person_id is not null)
union all
select 'session', count(*), 0
from sso.spring_session where principal_name >= :?districtId::text || ':' and principal_name < :?districtId::text || ';'
