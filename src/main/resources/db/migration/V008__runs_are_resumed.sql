-- A run whose node has died, frozen or been stopped is claimed by another node, which goes on from where it was.
alter table sync.run
  add column claims integer not null default 0,
  add column releases integer not null default 0,
  add column walk_at timestamptz,
  add column walk_last_sync text,
  add column walk_api_version text,
  add column walk_files text;
comment on column sync.run.epoch is 'Fence: the value of connection.epoch since the run began, or was last claimed.';
comment on column sync.run.claims is 'How often a node took it over from one that was silent or stopping.';
comment on column sync.run.releases is 'How many of these claims were made because a stopping node let go of it.';
comment on column sync.run.heartbeat_at is 'Last sign of life of the node that runs it; 1970 when a stopping node has let go of it.';
comment on column sync.run.walk_at is 'When the walk began whose pages are in the stage.';
comment on column sync.run.walk_last_sync is 'Clever''s last_sync then, as Clever writes it.';
comment on column sync.run.walk_api_version is 'Version of Clever''s API then.';
comment on column sync.run.walk_files is 'Hash of routes, SQL and rules then: with others the walk begins anew.';

alter table sync.run_collection
  add column proved boolean not null default false,
  add column shared boolean not null default false;
comment on column sync.run_collection.proved is 'The stage was found complete, and repeats are dropped; asked again it would not agree any more.';
comment on column sync.run_collection.shared is 'Rows that sharing rules leave out are gone from the stage.';
