create table tiny (
  tiny_id integer not null,
  note    text,
  constraint tiny_pkey primary key (tiny_id)
);
