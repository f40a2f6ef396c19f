-- A key acts for a membership. The secret itself is kept nowhere: only its SHA-256, and a prefix to know it by.
create table {{schema}}.api_key (
  id uuid primary key,
  account_id uuid not null,
  workspace_id uuid not null,
  actor_id uuid not null,
  name text not null,
  prefix text not null,
  secret_sha256 bytea unique not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  revoked_at timestamptz,
  foreign key (account_id, workspace_id) references {{schema}}.membership on delete cascade
);
create index on {{schema}}.api_key (account_id, workspace_id);
