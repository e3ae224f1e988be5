-- What an events run looks up is found by an index. Those of departures hold only rows that have left.
--
-- Apart from V017, which keeps everybody from sync.connection: people go on signing in while these are made. Runs wait: they lock
-- sync.connection first and the roster then, and so does this.
lock table sync.connection in exclusive mode;

create index school_departed_idx on galileo.school (district_id, deactivated_at) where not active;
create index student_departed_idx on galileo.student (district_id, deactivated_at) where not active;
create index teacher_departed_idx on galileo.teacher (district_id, deactivated_at) where not active;
create index staff_departed_idx on galileo.staff (district_id, deactivated_at) where not active;
create index district_admin_departed_idx on galileo.district_admin (district_id, deactivated_at) where not active;
create index contact_departed_idx on galileo.contact (district_id, deactivated_at) where not active;
create index section_departed_idx on galileo.section (district_id, deactivated_at) where not active;
create index person_school_departed_idx on galileo.person_school (district_id, deactivated_at) where not active;
create index contact_student_departed_idx on galileo.contact_student (district_id, deactivated_at) where not active;
create index enrollment_ended_idx on galileo.enrollment (district_id, active_until) where active_until is not null;
create index teaching_ended_idx on galileo.teaching (district_id, active_until) where active_until is not null;
-- By the beginning of a SIS id: an index holds no text of any length.
create index student_sis_id_idx on galileo.student (district_id, left(sis_id, 100)) where origin = 'clever';
create index teacher_sis_id_idx on galileo.teacher (district_id, left(sis_id, 100)) where origin = 'clever';
create index staff_staff_id_idx on galileo.staff (district_id, left(staff_id, 100)) where origin = 'clever';
create index contact_sis_id_idx on galileo.contact (district_id, left(sis_id, 100)) where origin = 'clever';
create index student_by_hand_idx on galileo.student (district_id, id) where origin = 'manual';
create index teacher_by_hand_idx on galileo.teacher (district_id, id) where origin = 'manual';
create index staff_by_hand_idx on galileo.staff (district_id, id) where origin = 'manual';
create index person_school_school_idx on galileo.person_school (district_id, school_id) where active;
create index section_school_idx on galileo.section (district_id, school_id) where active;
create index section_term_idx on galileo.section (district_id, term_id) where active;
create index section_course_idx on galileo.section (district_id, course_id) where active;

-- The plan and what a person let go, as guards look them up for each row that has left.
create index change_departing_idx on stage.change (district_id, id) where action = 'deactivate';
create index change_student_updated_idx on stage.change_student (district_id, id) where action = 'update';
create index held_row_departure_idx on sync.held_row (district_id, entity, id) where action = 'deactivate';

comment on column sync.held_row.lapsed is 'Of a rejected row, or of one that waits: it was back since, so that it is asked for again.';
