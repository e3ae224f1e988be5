-- A plan is counted per entity and school, guarded, and what a guard holds back waits for a person's decision.
alter table sync.run
  add column plan_hash text,
  add column held_hash text,
  add column approves bigint,
  add column approved_by text;
comment on column sync.run.plan_hash is 'Of all changes that the run planned; the same for the same changes.';
comment on column sync.run.held_hash is 'Of what a guard held back in this run; none when nothing was held.';

comment on column sync.run.approves is 'The run whose held plan a person approved with this one.';
comment on column sync.run.approved_by is 'Who approved it.';

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
  lapsed boolean not null default false,
  constraint held_row_pk primary key (district_id, run_id, entity, id)
);
comment on table sync.held_row is 'The rows of a held plan, by our ids; never their content.';
comment on column sync.held_row.run_id is 'That of sync.held_plan.';
comment on column sync.held_row.entity is 'Table in schema galileo.';
comment on column sync.held_row.id is 'The row''s id there.';
comment on column sync.held_row.action is 'deactivate, or update when a mass change of names was held.';
comment on column sync.held_row.school_id is 'The school that it counts at; none when it counts in the district only.';
comment on column sync.held_row.cause is 'The scope that tripped, or what it hangs on.';
comment on column sync.held_row.lapsed is 'Of a rejected row: it was back since, so that it is asked for again.';
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

alter table stage.change
  add column school_id bigint,
  add column verdict text,
  add column cause text;
comment on column stage.change.school_id is 'The school that the row counts at; none for what counts in the district only.';
comment on column stage.change.verdict is 'held, protected or rejected while the guard decides; what is marked leaves for stage.withheld.';
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
comment on table stage.withheld is 'Planned changes that are not published: held for a person''s decision, rejected by one, or protected.';
create index withheld_district_idx on stage.withheld (district_id);

comment on table stage.reference is 'Clever id to our id, for all that is present in this snapshot; how: known, new, re-key, adopt, kept (present but not readable), named (not listed, but others name it), staying (its departure is withheld).';

create unlogged table stage.scope (
  district_id integer not null,
  entity text not null,
  school_id bigint,
  whole boolean not null default false,
  active bigint not null,
  recent bigint not null,
  leaving bigint not null,
  gone bigint not null,
  rule text
);
comment on table stage.scope is 'What a guard counts: rows of one entity, at one school and in the whole district (without a school).';
comment on column stage.scope.whole is 'True for the scope of the whole district.';
comment on column stage.scope.active is 'Active, synced rows.';
comment on column stage.scope.recent is 'Rows that left in the last 24 hours and count.';
comment on column stage.scope.leaving is 'Rows whose deactivation is planned.';
comment on column stage.scope.gone is 'How many of these count, and those of the last 24 hours.';
comment on column stage.scope.rule is 'Why the guard tripped: share or emptied; none when it did not.';
create index scope_district_idx on stage.scope (district_id);

create view sync.departure_decided as
select
  plan.district_id,
  held.entity,
  held.id
from sync.held_plan plan
join sync.held_row held
  on held.district_id = plan.district_id and held.run_id = plan.run_id and held.action = 'deactivate'
where plan.state = 'applied'
  and plan.decided_at >= now() - interval '24 hours'
union all
select
  change.district_id,
  change.entity,
  change.id
from sync.journal change
where change.action = 'deactivate'
  and change.id is not null
  and change.run_id = any (array(
    select undone.run_id
    from sync.run undone
    where undone.trigger = 'rollback' and undone.started_at >= now() - interval '24 hours'
  ));
comment on view sync.departure_decided is 'Rows that left in the last 24 hours because a person said so: guards do not count them again.';

-- A staged row as text, without district and place in the walk: what a change would bring, as a number.
create view stage.planned_value as
select
  change.district_id,
  change.entity,
  change.action,
  change.id,
  self.clever_id,
  self.how,
  hashtextextended(substr(staged::text, length(staged.district_id::text) + length(staged.seq::text) + 4), 0) as content
from stage.change change
join stage.reference self
  on self.district_id = change.district_id and self.entity = 'school' and self.id = change.id
join stage.school staged
  on staged.district_id = change.district_id and staged.clever_id = self.clever_id
where change.entity = 'school'
  and change.action <> 'deactivate'
union all
select
  change.district_id,
  change.entity,
  change.action,
  change.id,
  self.clever_id,
  self.how,
  hashtextextended(substr(staged::text, length(staged.district_id::text) + length(staged.seq::text) + 4), 0) as content
from stage.change change
join stage.reference self
  on self.district_id = change.district_id and self.entity = 'term' and self.id = change.id
join stage.term staged
  on staged.district_id = change.district_id and staged.clever_id = self.clever_id
where change.entity = 'term'
  and change.action <> 'deactivate'
union all
select
  change.district_id,
  change.entity,
  change.action,
  change.id,
  self.clever_id,
  self.how,
  hashtextextended(substr(staged::text, length(staged.district_id::text) + length(staged.seq::text) + 4), 0) as content
from stage.change change
join stage.reference self
  on self.district_id = change.district_id and self.entity = 'course' and self.id = change.id
join stage.course staged
  on staged.district_id = change.district_id and staged.clever_id = self.clever_id
where change.entity = 'course'
  and change.action <> 'deactivate'
union all
select
  change.district_id,
  change.entity,
  change.action,
  change.id,
  self.clever_id,
  self.how,
  hashtextextended(substr(staged::text, length(staged.district_id::text) + length(staged.seq::text) + 4), 0) as content
from stage.change change
join stage.reference self
  on self.district_id = change.district_id and self.entity = 'person' and self.id = change.id
join stage.person staged
  on staged.district_id = change.district_id and staged.clever_id = self.clever_id
where change.entity = 'person'
  and change.action <> 'deactivate'
union all
select
  change.district_id,
  change.entity,
  change.action,
  change.id,
  self.clever_id,
  self.how,
  hashtextextended(substr(staged::text, length(staged.district_id::text) + length(staged.seq::text) + 4), 0) as content
from stage.change change
join stage.reference self
  on self.district_id = change.district_id and self.entity = 'person' and self.id = change.id
join stage.student staged
  on staged.district_id = change.district_id and staged.clever_id = self.clever_id
where change.entity = 'student'
  and change.action <> 'deactivate'
union all
select
  change.district_id,
  change.entity,
  change.action,
  change.id,
  self.clever_id,
  self.how,
  hashtextextended(substr(staged::text, length(staged.district_id::text) + length(staged.seq::text) + 4), 0) as content
from stage.change change
join stage.reference self
  on self.district_id = change.district_id and self.entity = 'person' and self.id = change.id
join stage.teacher staged
  on staged.district_id = change.district_id and staged.clever_id = self.clever_id
where change.entity = 'teacher'
  and change.action <> 'deactivate'
union all
select
  change.district_id,
  change.entity,
  change.action,
  change.id,
  self.clever_id,
  self.how,
  hashtextextended(substr(staged::text, length(staged.district_id::text) + length(staged.seq::text) + 4), 0) as content
from stage.change change
join stage.reference self
  on self.district_id = change.district_id and self.entity = 'person' and self.id = change.id
join stage.staff staged
  on staged.district_id = change.district_id and staged.clever_id = self.clever_id
where change.entity = 'staff'
  and change.action <> 'deactivate'
union all
select
  change.district_id,
  change.entity,
  change.action,
  change.id,
  self.clever_id,
  self.how,
  hashtextextended(substr(staged::text, length(staged.district_id::text) + length(staged.seq::text) + 4), 0) as content
from stage.change change
join stage.reference self
  on self.district_id = change.district_id and self.entity = 'person' and self.id = change.id
join stage.district_admin staged
  on staged.district_id = change.district_id and staged.clever_id = self.clever_id
where change.entity = 'district_admin'
  and change.action <> 'deactivate'
union all
select
  change.district_id,
  change.entity,
  change.action,
  change.id,
  self.clever_id,
  self.how,
  hashtextextended(substr(staged::text, length(staged.district_id::text) + length(staged.seq::text) + 4), 0) as content
from stage.change change
join stage.reference self
  on self.district_id = change.district_id and self.entity = 'person' and self.id = change.id
join stage.contact staged
  on staged.district_id = change.district_id and staged.clever_id = self.clever_id
where change.entity = 'contact'
  and change.action <> 'deactivate'
union all
select
  change.district_id,
  change.entity,
  change.action,
  change.id,
  self.clever_id,
  self.how,
  hashtextextended(substr(staged::text, length(staged.district_id::text) + length(staged.seq::text) + 4), 0) as content
from stage.change change
join stage.reference self
  on self.district_id = change.district_id and self.entity = 'section' and self.id = change.id
join stage.section staged
  on staged.district_id = change.district_id and staged.clever_id = self.clever_id
where change.entity = 'section'
  and change.action <> 'deactivate';
comment on view stage.planned_value is 'Planned changes of rows with a Clever id, with a hash of the values that they bring.';
