-- Scratch tables of a run: what Clever sent (named as in schema galileo), who is who, and what would change.
-- Unlogged: a crash of the database empties them, and the checkpoint (sync.run_collection, unlogged too) with them.
create schema stage;

create unlogged table stage.district (
  district_id integer not null,
  seq bigint not null,
  clever_id text collate "C" not null,
  name text,
  sis_type text,
  launch_date date,
  portal_url text,
  login_methods text[],
  mdr_number text,
  nces_id text,
  state text,
  last_sync timestamptz,
  pause_start date,
  pause_end date,
  contact_first_name text,
  contact_last_name text,
  contact_email text,
  contact_title text
);

create unlogged table stage.school (
  district_id integer not null,
  seq bigint not null,
  clever_id text collate "C" not null,
  only_if text,
  name text,
  sis_id text,
  school_number text,
  state_id text,
  nces_id text,
  mdr_number text,
  phone text,
  low_grade text,
  high_grade text,
  low_grade_label text,
  high_grade_label text,
  address text,
  city text,
  state text,
  zip text,
  lat text,
  lon text,
  principal_name text,
  principal_email text,
  ext jsonb,
  clever_created timestamptz,
  clever_last_modified timestamptz
);
create index school_district_idx on stage.school (district_id, clever_id);

create unlogged table stage.term (
  district_id integer not null,
  seq bigint not null,
  clever_id text collate "C" not null,
  name text,
  start_date date,
  end_date date
);
create index term_district_idx on stage.term (district_id, clever_id);

create unlogged table stage.course (
  district_id integer not null,
  seq bigint not null,
  clever_id text collate "C" not null,
  name text,
  number text
);
create index course_district_idx on stage.course (district_id, clever_id);

create unlogged table stage.person (
  district_id integer not null,
  seq bigint not null,
  clever_id text collate "C" not null,
  only_if text,
  kind text,
  unknown_roles boolean,
  first_name text,
  middle_name text,
  last_name text,
  preferred_first_name text,
  preferred_middle_name text,
  preferred_last_name text,
  email text,
  username text,
  clever_created timestamptz,
  clever_last_modified timestamptz
);
create index person_district_idx on stage.person (district_id, clever_id);

create unlogged table stage.student (
  district_id integer not null,
  seq bigint not null,
  clever_id text collate "C" not null,
  school text collate "C",
  schools text[] collate "C",
  sis_id text,
  student_number text,
  state_id text,
  grade_raw text,
  grade text,
  grade_min smallint,
  grade_max smallint,
  graduation_year text,
  enrollments jsonb,
  dob date,
  gender text,
  race text,
  hispanic_ethnicity boolean,
  ell_status boolean,
  iep_status text,
  frl_status text,
  gifted_status boolean,
  section_504_status boolean,
  disability_code text,
  disability_status boolean,
  disability_type text,
  home_language text,
  home_language_code text,
  address text,
  city text,
  state text,
  zip text,
  lat text,
  lon text,
  ext jsonb
);
create index student_district_idx on stage.student (district_id, clever_id);

create unlogged table stage.teacher (
  district_id integer not null,
  seq bigint not null,
  clever_id text collate "C" not null,
  school text collate "C",
  schools text[] collate "C",
  sis_id text,
  teacher_number text,
  state_id text,
  title text,
  ext jsonb
);
create index teacher_district_idx on stage.teacher (district_id, clever_id);

create unlogged table stage.staff (
  district_id integer not null,
  seq bigint not null,
  clever_id text collate "C" not null,
  schools text[] collate "C",
  staff_id text,
  title text,
  department text,
  roles text[],
  ext jsonb
);
create index staff_district_idx on stage.staff (district_id, clever_id);

create unlogged table stage.district_admin (
  district_id integer not null,
  seq bigint not null,
  clever_id text collate "C" not null,
  title text
);
create index district_admin_district_idx on stage.district_admin (district_id, clever_id);

create unlogged table stage.contact (
  district_id integer not null,
  seq bigint not null,
  clever_id text collate "C" not null,
  sis_id text,
  phone text,
  phone_type text
);
create index contact_district_idx on stage.contact (district_id, clever_id);

create unlogged table stage.section (
  district_id integer not null,
  seq bigint not null,
  clever_id text collate "C" not null,
  school text collate "C",
  course text collate "C",
  term text collate "C",
  teacher text collate "C",
  teachers text[] collate "C",
  students text[] collate "C",
  name text,
  sis_id text,
  subject text,
  period text,
  section_number text,
  grade_raw text,
  grade text,
  grade_min smallint,
  grade_max smallint,
  ext jsonb,
  clever_created timestamptz,
  clever_last_modified timestamptz
);
create index section_district_idx on stage.section (district_id, clever_id);

create unlogged table stage.contact_student (
  district_id integer not null,
  seq bigint not null,
  contact text collate "C" not null,
  student text collate "C" not null,
  relationship text,
  type text
);
create index contact_student_district_idx on stage.contact_student (district_id, contact);

create unlogged table stage.filtered (
  district_id integer not null,
  seq bigint not null,
  collection text not null,
  clever_id text collate "C" not null,
  rule text not null
);
comment on table stage.filtered is 'Ids that sharing rules kept out in this run, with the rule.';
create index filtered_district_idx on stage.filtered (district_id, collection, clever_id);

create unlogged table stage.rejected (
  district_id integer not null,
  seq bigint not null,
  collection text not null,
  clever_id text collate "C",
  rule text not null,
  pointer text not null
);
comment on table stage.rejected is 'Records that could not be read in this run; never their content.';
create index rejected_district_idx on stage.rejected (district_id, collection, clever_id);

create unlogged table stage.rule_match (
  district_id integer not null,
  rule_value text not null
);
comment on table stage.rule_match is 'Values of sharing rules that matched a record of this run.';
create index rule_match_district_idx on stage.rule_match (district_id);

create unlogged table stage.reread (
  district_id integer not null,
  collection text not null,
  clever_id text collate "C" not null
);
comment on table stage.reread is 'Ids seen when a collection was read again, before anything absent is deactivated.';
create index reread_district_idx on stage.reread (district_id, collection, clever_id);

create unlogged table stage.arrival (
  district_id integer not null,
  clever_id text collate "C" not null
);
comment on table stage.arrival is 'People whose Clever id the roster does not know.';
create index arrival_district_idx on stage.arrival (district_id);

create unlogged table stage.identity (
  district_id integer not null,
  clever_id text collate "C" not null,
  id bigint,
  how text not null
);
comment on table stage.identity is 'Arrivals that are somebody we know: re-key, adopt; or wait for a complete snapshot: defer.';
create index identity_district_idx on stage.identity (district_id);

create unlogged table stage.membership (
  district_id integer not null,
  section_id bigint not null,
  members integer not null,
  changed boolean not null
);
comment on table stage.membership is 'Sections with the number of readable students in Clever, and whether the set differs from the roster''s.';
create index membership_district_idx on stage.membership (district_id);

create unlogged table stage.person_school_wanted (
  district_id integer not null,
  person_id bigint not null,
  school_id bigint not null,
  is_primary boolean not null
);
comment on table stage.person_school_wanted is 'Who belongs to which school in this snapshot, by our ids.';
create index person_school_wanted_district_idx on stage.person_school_wanted (district_id);

create unlogged table stage.contact_student_wanted (
  district_id integer not null,
  contact_id bigint not null,
  student_id bigint not null,
  relationship text,
  type text
);
comment on table stage.contact_student_wanted is 'Whose contact somebody is in this snapshot, by our ids.';
create index contact_student_wanted_district_idx on stage.contact_student_wanted (district_id);

create unlogged table stage.teaching_wanted (
  district_id integer not null,
  section_id bigint not null,
  teacher_id bigint not null,
  is_primary boolean not null
);
comment on table stage.teaching_wanted is 'Who teaches what in this snapshot, by our ids.';
create index teaching_wanted_district_idx on stage.teaching_wanted (district_id);

create table stage.reference (
  district_id integer not null,
  entity text not null,
  clever_id text collate "C" not null,
  id bigint not null,
  how text not null,
  kind text
) partition by list (entity);
comment on table stage.reference is 'Clever id to our id, for all that is present in this snapshot; how: known, new, re-key, adopt, kept (present but not readable).';
create unlogged table stage.reference_school partition of stage.reference for values in ('school');
create unlogged table stage.reference_term partition of stage.reference for values in ('term');
create unlogged table stage.reference_course partition of stage.reference for values in ('course');
create unlogged table stage.reference_person partition of stage.reference for values in ('person');
create unlogged table stage.reference_section partition of stage.reference for values in ('section');
create index reference_district_idx on stage.reference (district_id, clever_id);

create table stage.change (
  district_id integer not null,
  entity text not null,
  action text not null,
  id bigint,
  a bigint,
  b bigint
) partition by list (entity);
comment on table stage.change is 'The plan: one row per galileo row that would change; a and b are the two ends of a relation.';
create unlogged table stage.change_school partition of stage.change for values in ('school');
create unlogged table stage.change_term partition of stage.change for values in ('term');
create unlogged table stage.change_course partition of stage.change for values in ('course');
create unlogged table stage.change_person partition of stage.change for values in ('person');
create unlogged table stage.change_student partition of stage.change for values in ('student');
create unlogged table stage.change_teacher partition of stage.change for values in ('teacher');
create unlogged table stage.change_staff partition of stage.change for values in ('staff');
create unlogged table stage.change_district_admin partition of stage.change for values in ('district_admin');
create unlogged table stage.change_contact partition of stage.change for values in ('contact');
create unlogged table stage.change_section partition of stage.change for values in ('section');
create unlogged table stage.change_person_school partition of stage.change for values in ('person_school');
create unlogged table stage.change_contact_student partition of stage.change for values in ('contact_student');
create unlogged table stage.change_enrollment partition of stage.change for values in ('enrollment');
create unlogged table stage.change_teaching partition of stage.change for values in ('teaching');
create index change_district_idx on stage.change (district_id);
