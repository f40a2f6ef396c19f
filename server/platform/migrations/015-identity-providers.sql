-- A workspace's own way to sign in with an identity that another server vouches for. What is secret in config is sealed.
create table {{schema}}.identity_provider (
  id uuid primary key,
  workspace_id uuid not null references {{schema}}.workspace on delete cascade,
  kind text not null,
  name text not null,
  config jsonb not null,
  enabled boolean not null default false,
  -- Whether who comes and is nobody yet becomes a member.
  provision boolean not null default false,
  -- What came of trying it last.
  trial jsonb,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on {{schema}}.identity_provider (workspace_id);

-- A provider vouches for its own workspace alone: what it opened stays there, and goes with it.
alter table {{schema}}.session
  add column bound_to uuid references {{schema}}.workspace on delete cascade,
  add column provider_id uuid references {{schema}}.identity_provider on delete cascade,
  add constraint session_stays_where_it_is_bound check (bound_to is null or workspace_id = bound_to);
create index on {{schema}}.session (provider_id) where provider_id is not null;

-- Who comes by an outside identity alone needs no way in of Kith's own.
alter table {{schema}}.account drop constraint account_has_a_way_in;
