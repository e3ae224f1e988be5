-- People sign in from Clever: who may, logins that wait for Clever's answer, attempts, sessions.
alter table sync.connection
  add column sso boolean not null default false,
  add column sso_roles text[] not null default array['district_admin', 'staff', 'teacher', 'student'],
  add column respect_launch_date boolean not null default false,
  add column accepted_at timestamptz,
  add constraint connection_sso_roles_are_known check (sso_roles <@ array['district_admin', 'staff', 'teacher', 'student']);
comment on column sync.connection.sso is 'Whether people of the district may sign in from Clever; only with a published roster.';
comment on column sync.connection.sso_roles is 'The roles that may; none of the others.';
comment on column sync.connection.respect_launch_date is 'Whether Clever''s launch_date in the future keeps people out.';
comment on column sync.connection.accepted_at is
  'When a person accepted the district after it had left; none once a run has published since. Until then nobody signs in.';

create schema sso;

-- Unlogged: after a crash a person clicks again. Without it every click would wait for the disk.
create unlogged table sso.pending_login (
  state_hash bytea not null,
  browser_hash bytea not null,
  nonce text,
  code_verifier text,
  return_to text,
  district text,
  began_at timestamptz not null default now(),
  taken_at timestamptz,
  constraint pending_login_pk primary key (state_hash)
);
comment on table sso.pending_login is 'Logins that were sent to Clever: at most 5 for a browser, for 10 minutes, each taken once.';
comment on column sso.pending_login.state_hash is 'SHA-256 of the state that Clever gives back.';
comment on column sso.pending_login.browser_hash is 'SHA-256 of the cookie of the browser that began it.';
comment on column sso.pending_login.nonce is 'What the id_token must contain, where the app has OIDC.';
comment on column sso.pending_login.code_verifier is 'PKCE: proves at the exchange that we began this login.';
comment on column sso.pending_login.return_to is 'The page of the product that was asked for, from the allow-list.';
comment on column sso.pending_login.district is 'Clever''s id of the district that was asked for.';
comment on column sso.pending_login.taken_at is 'When its answer came; a second one is not taken.';
create index pending_login_browser_idx on sso.pending_login (browser_hash, began_at);
create index pending_login_age_idx on sso.pending_login (began_at);

create table sso.attempt (
  attempt_id bigint generated always as identity,
  at timestamptz not null default now(),
  reason text not null,
  correlation text not null,
  district_id integer,
  clever_id text collate "C",
  person_id bigint,
  role text,
  constraint attempt_pk primary key (attempt_id)
);
comment on table sso.attempt is 'One row for each attempt to sign in, without names.';
comment on column sso.attempt.reason is 'admitted, or why not; docs/sso.md lists them.';
comment on column sso.attempt.correlation is 'The code for support that the person was shown.';
comment on column sso.attempt.clever_id is 'Only as vouched for by Clever, and of nobody whose district is not synchronised here or could not be looked up.';
create index attempt_correlation_idx on sso.attempt (correlation);
create index attempt_district_idx on sso.attempt (district_id, at);
-- Rows come in the order of their moments: a block's first and last one are enough to find today's.
create index attempt_at_idx on sso.attempt using brin (at) with (pages_per_range = 32, autosummarize = true);

-- Spring Session's tables, unlogged for the same reason; their shape is Spring's.
create unlogged table sso.spring_session (
  primary_id char(36) not null,
  session_id char(36) not null,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name varchar(100) collate "C",
  constraint spring_session_pk primary key (primary_id)
);
comment on table sso.spring_session is 'Who is signed in; principal_name is district_id:person id.';
comment on column sso.spring_session.principal_name is 'Compared byte by byte: the sessions of a district are a range of the index.';
create unique index spring_session_id_key on sso.spring_session (session_id);
create index spring_session_expiry_idx on sso.spring_session (expiry_time);
create index spring_session_principal_idx on sso.spring_session (principal_name);

create unlogged table sso.spring_session_attributes (
  session_primary_id char(36) not null,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name),
  constraint spring_session_attributes_fk foreign key (session_primary_id)
    references sso.spring_session (primary_id) on delete cascade
);
comment on table sso.spring_session_attributes is 'What a session remembers: the person''s number and role, a hash of the login''s state, nothing else.';

-- Distinct, since a person may have a role twice: from the SIS and by hand.
create view sso.active_role as
select district_id, id, 'district_admin' as role, 1 as rank from galileo.district_admin where active
union
select district_id, id, 'staff', 2 from galileo.staff where active
union
select district_id, id, 'teacher', 3 from galileo.teacher where active
union
select district_id, id, 'student', 4 from galileo.student where active;
comment on view sso.active_role is 'The roles in which a person may sign in, where the district lets them; the one with the most rights has rank 1.';

comment on column sync.decision.kind is 'approve, reject, rollback, hold, release, disconnect, purge, accept or sso.';
