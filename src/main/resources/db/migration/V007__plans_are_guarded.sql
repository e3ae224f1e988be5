-- A plan is counted per entity and school, guarded, and what a guard holds back waits for a person's decision.
alter table sync.run
  add column plan_hash text,
  add column held_hash text;
comment on column sync.run.plan_hash is 'Of all changes that the run planned; the same for the same changes.';
comment on column sync.run.held_hash is 'Of what a guard held back in this run; none when nothing was held.';

create table sync.held_plan (
  district_id integer not null,
  run_id bigint not null,
  hash text not null,
  rows bigint not null,
  state text not null default 'open',
  created_at timestamptz not null default now(),
  decided_at timestamptz,
  decided_run bigint,
  constraint held_plan_pk primary key (district_id, run_id),
  constraint held_plan_state_is_known check (state in ('open', 'applied', 'rejected', 'superseded'))
);
comment on table sync.held_plan is 'What a guard held back in a run, until a person or a newer run decides; at most one is open in a district.';
comment on column sync.held_plan.run_id is 'The run that held it first.';
comment on column sync.held_plan.hash is 'Of the set of its rows; whoever approves names it.';
comment on column sync.held_plan.rows is 'How many rows it holds.';
comment on column sync.held_plan.state is 'open, applied, rejected, or superseded by a newer run.';
comment on column sync.held_plan.decided_run is 'The run that applied or superseded it.';
create unique index held_plan_one_open on sync.held_plan (district_id) where state = 'open';

create table sync.held_row (
  district_id integer not null,
  run_id bigint not null,
  entity text not null,
  id bigint not null,
  action text not null,
  school_id bigint,
  cause text not null,
  content bigint,
  constraint held_row_pk primary key (district_id, run_id, entity, id)
);
comment on table sync.held_row is 'The rows of a held plan, by our ids; never their content.';
comment on column sync.held_row.run_id is 'That of sync.held_plan.';
comment on column sync.held_row.entity is 'Table in schema galileo.';
comment on column sync.held_row.id is 'The row''s id there.';
comment on column sync.held_row.action is 'deactivate, or update when a mass change of names was held.';
comment on column sync.held_row.school_id is 'The school that it counts at; none when it counts in the district only.';
comment on column sync.held_row.cause is 'The scope that tripped, or what it hangs on.';
comment on column sync.held_row.content is 'Of a held update: hash of the new values.';

create table sync.decision (
  district_id integer not null,
  decision_id bigint generated always as identity,
  kind text not null,
  run_id bigint,
  hash text,
  decided_by text not null,
  decided_at timestamptz not null default now(),
  outcome text not null,
  constraint decision_pk primary key (district_id, decision_id)
);
comment on table sync.decision is 'Everything that a person decided: what, who and when, refused ones too.';
comment on column sync.decision.kind is 'approve, reject, rollback, release, disconnect, purge or accept.';
comment on column sync.decision.run_id is 'The run that it was about, if about one.';
comment on column sync.decision.hash is 'The plan that the person named.';
comment on column sync.decision.decided_by is 'The operator''s account, or the name given at the command line.';
comment on column sync.decision.outcome is 'What came of it, in one sentence without student data.';

create table sync.plan (
  district_id integer not null,
  run_id bigint not null,
  entity text not null,
  school_id bigint,
  action text not null,
  verdict text not null,
  rows bigint not null,
  constraint plan_key unique nulls not distinct (district_id, run_id, entity, school_id, action, verdict)
);
comment on table sync.plan is 'The plan of a run, counted: what it would do per entity and school.';
comment on column sync.plan.entity is 'Table in schema galileo.';
comment on column sync.plan.school_id is 'The school that the rows count at; none for what counts in the district only.';
comment on column sync.plan.action is 'create, update, reactivate, deactivate, adopt or re-key.';
comment on column sync.plan.verdict is 'apply, held (waits for a person) or protected (never by itself).';
comment on column sync.plan.rows is 'How many rows.';

alter table stage.change
  add column school_id bigint,
  add column verdict text,
  add column cause text;
comment on column stage.change.school_id is 'The school that the row counts at; none for what counts in the district only.';
comment on column stage.change.verdict is 'held or protected while the guard decides; what is marked leaves for stage.withheld.';
comment on column stage.change.cause is 'Why the guard marked it.';

create unlogged table stage.withheld (
  district_id integer not null,
  entity text not null,
  action text not null,
  id bigint not null,
  a bigint,
  b bigint,
  school_id bigint,
  verdict text not null,
  cause text not null,
  content bigint
);
comment on table stage.withheld is 'Planned changes that are not published: held for a person''s decision, or protected.';
create index withheld_district_idx on stage.withheld (district_id);
