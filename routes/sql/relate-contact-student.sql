-- relate-contact-student.sql: say by our ids whose contact somebody is in this snapshot.
--
-- In   districtId  our key of the district
-- Out  number of relations, in stage.contact_student_wanted
--
-- Clever gives one entry per relation; should it give two for one pair, the first by name stands.
insert into stage.contact_student_wanted (district_id, contact_id, student_id, relationship, type)
select distinct on (contact.id, student.id)
  :?districtId,
  contact.id,
  student.id,
  staged.relationship,
  staged.type
from stage.contact_student staged
join stage.reference contact
  on contact.district_id = :?districtId and contact.entity = 'person' and contact.clever_id = staged.contact
join stage.reference student
  on student.district_id = :?districtId and student.entity = 'person' and student.clever_id = staged.student
  and student.kind = 'student'
where staged.district_id = :?districtId
order by contact.id, student.id, staged.relationship, staged.type
