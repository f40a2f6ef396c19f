-- An import of one file. phase 0 writes the rows, phase 1 the relations among them; processed and linked count the rows
-- of the file that each has dealt with and are moved on after the records were committed.
create table {{schema}}._import (
  id uuid primary key,
  object text not null,
  file_id uuid not null,
  file_sha256 text not null,
  file_name text not null,
  actor jsonb not null,
  import_actor_id uuid,
  language text not null,
  time_zone text not null,
  state text not null default 'proposed' check (state in ('proposed', 'queued', 'running', 'done', 'failed')),
  dry_run boolean not null default false,
  columns jsonb not null,
  rows integer not null,
  mapping jsonb,
  phase integer not null default 0,
  processed integer not null default 0,
  linked integer not null default 0,
  created integer not null default 0,
  updated integer not null default 0,
  rejected integer not null default 0,
  related jsonb not null default '{}',
  fuzzy jsonb not null default '[]',
  failures integer not null default 0,
  error jsonb,
  created_at timestamptz not null default now(),
  finished_at timestamptz
);
create index on {{schema}}._import (created_at) where state in ('queued', 'running');

-- Rows that were refused, or stored without the values that the issues name.
create table {{schema}}._import_row (
  import_id uuid not null references {{schema}}._import on delete cascade,
  row integer not null,
  line integer not null,
  stored boolean not null,
  cells jsonb not null,
  issues jsonb not null,
  primary key (import_id, row)
);
