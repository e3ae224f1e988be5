-- Districts are found in Clever's list, looked at, and taken on by a checklist; each look at the list is kept.
alter table sync.connection
  add column listed_at timestamptz,
  add column declined_because text,
  add column read_run bigint,
  add column read_at timestamptz,
  add column read_by text,
  add column stale_at timestamptz;
comment on column sync.connection.listed_at is 'When Clever''s list first had it, or had it again after it was gone; null while it never did.';
comment on column sync.connection.declined_because is 'Why we declined it, in that person''s words.';
comment on column sync.connection.read_run is 'The dry run whose plan a person confirmed to have read.';
comment on column sync.connection.read_at is 'When.';
comment on column sync.connection.read_by is 'Who.';
comment on column sync.connection.stale_at is 'Since when its published roster is older than onboarding.yaml allows; null while it is not.';
comment on table sync.connection is 'Districts that Clever ever listed, or that were ever synchronised: how far they are taken on, and their switches.';

create table sync.probe (
  district_id integer not null,
  probed_at timestamptz,
  is_ours boolean,
  state text,
  last_sync timestamptz,
  schools boolean,
  terms boolean,
  courses boolean,
  students boolean,
  sections boolean,
  failed_at timestamptz,
  problem text,
  error_class text,
  constraint probe_pk primary key (district_id)
);
comment on table sync.probe is 'What Clever answered of a district when it was last looked at, without a run; one row a district.';
comment on column sync.probe.probed_at is 'When Clever last answered all questions; the columns up to sections are of that moment.';
comment on column sync.probe.is_ours is 'Whether its token was made for this application.';
comment on column sync.probe.state is 'Clever''s state of the district: running, success, paused, pending, error or none.';
comment on column sync.probe.last_sync is 'When Clever itself last read the district''s SIS, if it says so.';
comment on column sync.probe.schools is 'Whether it shares at least one; so for the four others.';
comment on column sync.probe.failed_at is 'When a look failed, if none has succeeded since.';
comment on column sync.probe.problem is 'Why it failed, in one sentence.';
comment on column sync.probe.error_class is 'The class of that failure, as of a run.';

create table sync.checklist (
  district_id integer not null,
  item text not null,
  position smallint not null,
  done boolean not null,
  acts text not null,
  evidence text not null,
  advice text,
  looked_at timestamptz,
  constraint checklist_pk primary key (district_id, item)
);
comment on table sync.checklist is 'What a district needs before it is scheduled, item by item; written by routes/sql/check-*.sql.';
comment on column sync.checklist.position is 'Its place in the list.';
comment on column sync.checklist.acts is 'Who has to act while it is open: the district, Clever or us.';
comment on column sync.checklist.evidence is 'What was found, in one sentence without student data.';
comment on column sync.checklist.advice is 'What has to be done; null when it is done.';
comment on column sync.checklist.looked_at is 'When what the evidence says was looked at.';

create table sync.poll (
  poll_id bigint generated always as identity,
  at timestamptz not null default now(),
  by_hand boolean not null default false,
  outcome text not null,
  reason text,
  listed integer,
  here integer,
  missing integer,
  arrived integer,
  returned integer,
  gone integer,
  constraint poll_pk primary key (poll_id),
  constraint poll_outcome_is_known check (outcome in ('applied', 'refused', 'failed'))
);
comment on table sync.poll is 'Each look at Clever''s list of districts; no district''s own, hence without its key. Forgotten after 90 days.';
comment on column sync.poll.by_hand is 'Asked for by a person: it finds districts and misses none.';
comment on column sync.poll.outcome is 'applied; refused: too many districts were missing at once, nothing was changed; failed: the list could not be read.';
comment on column sync.poll.reason is 'Why it was refused or failed, in one sentence.';
comment on column sync.poll.listed is 'Districts that the list had.';
comment on column sync.poll.here is 'Districts that were with us before: neither disconnected nor purged.';
comment on column sync.poll.missing is 'Those of them that the list did not have.';
comment on column sync.poll.arrived is 'Districts that were never here before.';
comment on column sync.poll.returned is 'Districts that had been gone.';
comment on column sync.poll.gone is 'Districts that were disconnected, for Clever had no token of theirs any more.';

comment on column sync.decision.kind is
  'approve, reject, rollback, hold, release, disconnect, purge, accept, decline, pause, resume or sso; a disconnect may be the poll''s.';
