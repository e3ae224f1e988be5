-- How the roster got there: districts, runs, their checkpoints, what was kept out, what changed.
create schema sync;

create sequence sync.epoch_seq;
comment on sequence sync.epoch_seq is 'Fences of runs: they only ever grow.';

create table sync.connection (
  district_id integer generated always as identity,
  clever_id text collate "C" not null,
  adopt boolean not null default true,
  epoch bigint not null default 0,
  created_at timestamptz not null default now(),
  constraint connection_pk primary key (district_id),
  constraint connection_clever_id_key unique (clever_id),
  constraint connection_clever_id_is_hex check (clever_id ~ '^[0-9a-f]{24}$')
);
comment on table sync.connection is 'Districts that were ever synchronised, and their switches.';
comment on column sync.connection.epoch is 'The fence: only the run that began with this epoch may write, none at 0; a writing transaction locks the row.';
comment on column sync.connection.adopt is 'Whether people made by hand may be taken over by the SIS.';

create table sync.run (
  district_id integer not null,
  run_id bigint generated always as identity,
  epoch bigint not null,
  trigger text not null,
  dry_run boolean not null default false,
  state text not null default 'RUNNING',
  error_class text,
  reason text,
  steady boolean not null default true,
  api_version text,
  last_sync timestamptz,
  started_at timestamptz not null default now(),
  heartbeat_at timestamptz not null default now(),
  published_at timestamptz,
  finished_at timestamptz,
  report jsonb,
  constraint run_pk primary key (district_id, run_id),
  constraint run_state_is_known check (
    state in ('RUNNING', 'DONE', 'INCOMPLETE', 'HELD', 'SKIPPED', 'FAILED', 'ABANDONED')),
  constraint run_ends_when_not_running check ((state = 'RUNNING') = (finished_at is null))
);
comment on table sync.run is 'One run of one district; epoch is its fence, see sync.connection.';
comment on column sync.run.steady is 'False when Clever changed while we read: nothing is deactivated then.';
create unique index run_one_active on sync.run (district_id) where state = 'RUNNING';

create unlogged table sync.run_collection (
  district_id integer not null,
  run_id bigint not null,
  collection text not null,
  pages integer not null,
  fetched bigint not null,
  staged bigint not null,
  filtered bigint not null,
  rejected bigint not null,
  unreadable bigint not null,
  not_ascending bigint not null,
  nuls_removed bigint not null default 0,
  unknown_values bigint not null default 0,
  values_dropped bigint not null default 0,
  duplicates bigint not null default 0,
  seen_again bigint not null default 0,
  last_id text collate "C",
  next_uri text,
  done boolean not null,
  constraint run_collection_pk primary key (district_id, run_id, collection)
);
comment on table sync.run_collection is 'Checkpoint: how far the walk over one collection has come; written with the page''s rows.';
comment on column sync.run_collection.not_ascending is 'Records whose id was not greater than all before it; must equal duplicates.';
comment on column sync.run_collection.unknown_values is 'Grades, roles and the like that no rule knows; kept as they came where a column keeps them.';
comment on column sync.run_collection.values_dropped is 'Malformed values of columns that fields.yaml lets go, such as dates.';
comment on column sync.run_collection.seen_again is 'Ids that a second reading found and the first had not.';

create table sync.filtered_id (
  district_id integer not null,
  collection text not null,
  clever_id text collate "C" not null,
  rule text not null,
  run_id bigint not null,
  constraint filtered_id_pk primary key (district_id, collection, clever_id)
);
comment on table sync.filtered_id is 'Ids kept out by sharing rules, with the rule and the run that first said so; nothing else of them.';

create table sync.quarantine (
  district_id integer not null,
  run_id bigint not null,
  entry bigint generated always as identity,
  collection text not null,
  clever_id text collate "C",
  rule text not null,
  pointer text not null,
  constraint quarantine_pk primary key (district_id, run_id, entry)
);
comment on table sync.quarantine is 'Records that could not be read: where and why, never their content.';

create table sync.alert (
  district_id integer not null,
  alert_id bigint generated always as identity,
  run_id bigint not null,
  kind text not null,
  clever_id text collate "C" not null,
  id bigint,
  created_at timestamptz not null default now(),
  constraint alert_pk primary key (district_id, alert_id),
  constraint alert_once unique (district_id, kind, clever_id)
);
comment on table sync.alert is 'What a person should look at: possible re-key, possible adoption; id is the row that may be the same person.';

create table sync.journal (
  district_id integer not null,
  entry bigint generated always as identity,
  run_id bigint not null,
  entity text not null,
  action text not null,
  id bigint,
  a bigint,
  b bigint,
  rows bigint not null default 1,
  before jsonb,
  after jsonb,
  at timestamptz not null default now(),
  constraint journal_pk primary key (district_id, entry)
);
comment on table sync.journal is 'Every change of a run: changed columns before and after; a first load is one entry per entity.';
create index journal_run_idx on sync.journal (district_id, run_id);
create index journal_row_idx on sync.journal (district_id, entity, id);

comment on column sync.run.epoch is 'Fence: the value of connection.epoch when the run began.';
comment on column sync.run.trigger is 'Who started it: schedule or command.';
comment on column sync.run.dry_run is 'True when it only planned.';
comment on column sync.run.state is 'RUNNING, or how it ended; docs/operations.md says what each means.';
comment on column sync.run.error_class is 'Of a failed run: THROTTLED, TRANSIENT, AUTH, CONTRACT, DATA or LOCAL.';
comment on column sync.run.reason is 'A sentence without student data; none for DONE.';
comment on column sync.run.last_sync is 'When Clever itself last read the district''s SIS.';
comment on column sync.run.heartbeat_at is 'Last sign of life of the node that runs it.';
comment on column sync.run.published_at is 'When its changes became the roster.';
comment on column sync.run.report is 'The report as JSON: counts by collection and entity, never student data.';
comment on column sync.run_collection.collection is 'Clever''s word: users, sections, courses, terms, schools.';
comment on column sync.run_collection.rejected is 'Records in quarantine.';
comment on column sync.run_collection.unreadable is 'Records whose very id cannot be read; with one of them nothing is deactivated.';
comment on column sync.filtered_id.rule is 'The rule that kept it out, as in the report.';
comment on column sync.filtered_id.run_id is 'The first run that said so.';
comment on column sync.quarantine.pointer is 'JSON pointer to the field that is wrong.';
comment on column sync.alert.kind is 'possible re-key or possible adoption.';
comment on column sync.journal.action is 'create, update, reactivate, deactivate, adopt or re-key.';
comment on column sync.journal.id is 'The row''s id; none in the one entry for all rows of a first load.';
comment on column sync.journal.a is 'First end of a relation.';
comment on column sync.journal.b is 'Second end of a relation.';
comment on column sync.journal.rows is 'How many rows the entry stands for.';
