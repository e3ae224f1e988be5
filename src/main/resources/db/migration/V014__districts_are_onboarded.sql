-- Districts come to us from Clever's token list and are taken on step by step.
alter table sync.connection
  add column onboarding text not null default 'requested',
  add column name text,
  add column sis_type text,
  add column scopes text[],
  add column rostering boolean,
  add column authorised_at timestamptz,
  add column missed_polls smallint not null default 0,
  add column gone_at timestamptz,
  add column taken_on_at timestamptz,
  add column taken_on_by text,
  add column paused_at timestamptz,
  add column paused_by text,
  add constraint connection_onboarding_is_known check (
    onboarding in ('requested', 'accepted', 'ready', 'scheduled', 'declined'));
comment on column sync.connection.onboarding is 'How far the district is taken on: requested, accepted, ready, scheduled; or declined. Stays as it is while the district is gone or paused.';
comment on column sync.connection.name is 'Name of the district in Clever, known before its first run.';
comment on column sync.connection.sis_type is 'Its SIS in Clever''s words, such as sftp.';
comment on column sync.connection.scopes is 'What its newest token permits, in Clever''s words.';
comment on column sync.connection.rostering is 'Whether these scopes let us read a roster (Secure Sync); null while Clever''s list was not read.';
comment on column sync.connection.authorised_at is 'When its newest token was made.';
comment on column sync.connection.missed_polls is 'How many times in a row it was not in Clever''s list.';
comment on column sync.connection.gone_at is 'When it had left Clever''s list for good; it is disconnected since. Null: a person disconnected it, or it is here.';
comment on column sync.connection.taken_on_at is 'When we accepted or declined it.';
comment on column sync.connection.taken_on_by is 'Who did.';
comment on column sync.connection.paused_at is 'Since when a person keeps it from its schedule.';
comment on column sync.connection.paused_by is 'Who paused it.';

-- Who is synchronised already was taken on before there was an onboarding.
update sync.connection district set
  onboarding = 'scheduled',
  taken_on_at = district.created_at,
  taken_on_by = 'before onboarding'
where district.purged_at is null
  and exists (
    select
    from sync.run run
    where run.district_id = district.district_id and run.published_at is not null
  );
